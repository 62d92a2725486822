// Package hazards says what a county prepares for: its natural hazards and
// accident sectors as closed sets, the records of accidents and disasters, the
// grade of a work accident, the codes of the divisions where things happen, and
// which command or office leads for which hazard or sector.
//
// The two closed sets are those of the plan of Fengdu County (丰都县应急管理“十四五”规划,
// 丰都府发〔2022〕17号): five natural hazards, 四（一）1, and twelve accident sectors,
// 三（三~）4~. The plan writes several of them in more than one way; every name
// it uses is read as an alias.
//
// Accidents are graded by the State Council's Order No. 493
// (生产安全事故报告和调查处理条例), article 3: one criterion suffices, the highest grade
// wins, a threshold itself belongs to the higher grade (以上 includes it).
//
// # Assumptions
//
// An accident without casualties and with little loss is ordinary, for article
// 3 gives the lowest grade no lower end. People unaccounted for count with the
// deaths, after article 12; [GradeTable.CountingMissing] and the reading
// hazards.missing-in-grade say otherwise. Records dated after the date of the
// assessment are not read.
//
// A change of casualties counts with the accident up to 30 days after it, 7 for
// road traffic and fires (articles 13 and 20); what is later is kept and told.
// Other grades and response levels are tables of cited, half-open bands
// ([Scale]); what is not published is absent, what is only remembered says so.
// Numbers of a return that do not agree are told ([Disaster.Balance]), never
// repaired, and more people may be moved than affected. How accidents must be
// reported and investigated does not depend on the plan, whose period alone says
// which accidents are judged.
//
// A risk (风险) and a hidden danger (隐患) are two types: [RiskPoint] may be there
// for good, [HiddenDanger] has to go, through a loop of dates that only move
// forward. The levels of a risk and their colours are general practice and
// unverified, for the plan names none. A table of risks, sites or posts is the
// county's whole register. What the plan lists about safety and hazards is data
// ([Catalogue]), each entry with its members and with what the clause leaves
// open; what it names without members (四不放过, 一超四罚) is never filled in from
// elsewhere. Hazards and sectors have the top class of GB/T 35561-2017; the
// digits of its finer codes were not seen.
//
// Warnings have four levels, whose colours and CAP severities follow from them
// and are never given apart; who issues which is a table ([WarningIssuers]). A
// warning lives in a [WarningChain], whose steps only move forward, and is
// written and read back as messages of OASIS CAP 1.2 ([CAPAlert]) without loss.
// That blue is Minor is what the national weather feed sends; yellow, orange and
// red follow in order and are ours, and so are the names of the parameters that
// carry level, colour, issuer and kind. Moments are in Beijing time ([Moment]);
// coordinates are nothing without a [Datum], and two datums are never mixed.
//
// # Not covered
//
// Of CAP: digital signatures, moments of other zones than +08:00, and codes of
// events of the national standards, whose tables were not seen; the national
// identifier ([MessageID]) is known from published messages alone. Signals that a
// weather station issues by itself, who may see a warning, and through which
// channels it goes.
//
// Grades of floods, droughts and weather, whose damage has no published
// thresholds here; response levels that are not published; the time for
// technical appraisal that an investigation may add; the first report of a
// disaster, whose limit is given but whose time no table holds. Intervals that the
// plan does not give (how often a risk is assessed again or a hidden danger is
// followed up), the conversion of coordinates between datums, distances,
// conditions and lists of industries that catalogue entries are wanting, and
// who holds a post: posts only, never people. Disasters of more than one hazard at once
// are recorded under the one that the county reports them under.
package hazards
