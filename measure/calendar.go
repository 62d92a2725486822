package measure

// lastNumber is the number of 9999-12-31, counting 0001-01-01 as 1.
const lastNumber = 3652059

// number counts the days of the Gregorian calendar from 0001-01-01, which is 1.
func (d Date) number() int {
	n := daysBeforeYear(int(d.year)) + int(d.day)
	for month := 1; month < int(d.month); month++ {
		n += daysIn(int(d.year), month)
	}
	return n
}

// dateOfNumber is the inverse of number; a number outside the years 1 to 9999 has no date.
func dateOfNumber(n int) Date {
	// A mean year has 146097/400 days; the estimate is put right by a year or two.
	year := n*400/146097 + 1
	for daysBeforeYear(year) >= n {
		year--
	}
	for daysBeforeYear(year+1) < n {
		year++
	}
	n -= daysBeforeYear(year)
	month := 1
	for n > daysIn(year, month) {
		n -= daysIn(year, month)
		month++
	}
	return DateOf(year, month, n)
}

func daysBeforeYear(year int) int {
	y := year - 1
	return 365*y + y/4 - y/100 + y/400
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if isLeap(year) {
			return 29
		}
		return 28
	}
	return 31
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }
