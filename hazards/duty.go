package hazards

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// DutyScheme is a set of posts that every object of a kind must have filled, as
// the three duty-holders of a reservoir or the four grids of a geohazard site
// (三个责任人、四重网格). It is data of the plan and speaks of posts, never of people.
type DutyScheme struct {
	ID        string // the plan's own id
	Title     spec.Text
	Objects   spec.Text // what the posts are for
	Each      []Level   // divisions of the county that are objects whether reported or not
	Posts     []spec.Member
	Published bool // who holds the posts has to be made public 责任人公示
	Announced int  // the number in the name of the set, 0 where it has none
	Source    spec.Source
	Carries   []string
}

// post returns the place of the post with an id or a name.
func (s DutyScheme) post(name string) int {
	return slices.IndexFunc(s.Posts, func(m spec.Member) bool { return m.Is(name) })
}

// PostRecord says whether a post for an object is filled (责任人落实情况). Who fills
// it is not recorded.
type PostRecord struct {
	Scheme    string // id of the scheme
	Object    string // id of the reservoir or site, or a division code
	Post      string // id or name of the post
	Assigned  spec.Observed[bool]
	Published spec.Observed[bool] // made public
}

// PostVerdict is what is known of one post (岗位落实结论). Reported is false where
// nobody said anything of it.
type PostVerdict struct {
	Post     spec.Member
	Verdict  spec.Verdict
	Reported bool
}

// DutyObject is one object of a scheme with the verdicts on its posts, in the
// order of the scheme.
type DutyObject struct {
	Object string
	Posts  []PostVerdict
}

// Verdict is met where every post is.
func (o DutyObject) Verdict() spec.Verdict {
	out := spec.NotApplicable
	for _, p := range o.Posts {
		out = spec.And(out, p.Verdict)
	}
	return out
}

// Vacant returns the posts that are known not to be filled or not made public.
func (o DutyObject) Vacant() []spec.Member {
	var out []spec.Member
	for _, p := range o.Posts {
		if p.Verdict == spec.Unmet {
			out = append(out, p.Post)
		}
	}
	return out
}

// Occupied judges the posts of every object of the scheme as known on a date
// (责任人落实). divisions are the county and its townships, of which those of the
// levels in Each come first; then the objects of the records in their order. A
// post that nobody reported is unknown.
func (s DutyScheme) Occupied(divisions []DivisionCode, records []PostRecord, asOf measure.Date) []DutyObject {
	var out []DutyObject
	at := map[string]int{}
	object := func(id string) int {
		i, seen := at[id]
		if !seen {
			i = len(out)
			at[id] = i
			posts := make([]PostVerdict, len(s.Posts))
			for k, post := range s.Posts {
				posts[k].Post = post
			}
			out = append(out, DutyObject{Object: id, Posts: posts})
		}
		return i
	}
	for _, d := range divisions {
		if slices.Contains(s.Each, d.Level()) {
			object(d.Short())
		}
	}
	for _, r := range records {
		k := s.post(r.Post)
		if r.Scheme != s.ID || k < 0 {
			continue
		}
		p := &out[object(s.key(r.Object))].Posts[k]
		verdict := yes(r.Assigned.AsOf(asOf))
		if s.Published {
			verdict = spec.And(verdict, yes(r.Published.AsOf(asOf)))
		}
		p.Verdict, p.Reported = verdict, true
	}
	return out
}

// key makes the two written forms of a division one object.
func (s DutyScheme) key(object string) string {
	if len(s.Each) > 0 {
		if code, err := ParseDivisionCode(object); err == nil {
			return code.Short()
		}
	}
	return object
}

// names lists members in one language.
func names(members []spec.Member, lang spec.Lang) string {
	out := make([]string, len(members))
	for i, m := range members {
		out[i] = m.Title.In(lang)
	}
	if lang == spec.Chinese {
		return strings.Join(out, "、")
	}
	return strings.Join(out, ", ")
}
