// Package teams answers for the people who come when help is called: rescue
// teams, stations, offices, and the grassroots standards of townships and
// villages (应急救援队伍与基层应急能力).
//
// It computes
//
//   - the standing strength of the rescue forces and the mean size of a
//     township team ([Strength], [MeanSize]);
//   - the share of townships with a completed team and of communities with a
//     community rescue station ([TownshipsWithTeam], [CommunitiesServed], [Rate]);
//   - the kinds of forces and the fifteen professional fields with a team that
//     has the skill on a day, and the sectors that no field serves
//     ([KindsPresent], [FieldCoverage], [UnservedSectors]);
//   - certificates by day, with what is to be renewed ([SkillVerdict],
//     [Renewals]), equipment, protection, trainings, ratings and agreements of
//     mutual aid ([EquipmentRate], [TrainedHazards], [AgreementsOn]);
//   - which teams with a skill can be where in time, what stays uncovered once
//     an event has taken some, and who goes where when several calls come at
//     once ([Arrivals], [Covered], [Deploy]);
//   - committees, commands and special offices with their members and duties,
//     and the staff that the command offices need by the norm ([Body.Judge],
//     [StaffNeeded], [OfficeGaps]);
//   - the enforcement units equipped to the standard and the officers with the
//     background, with how many are still to train ([QualifiedOfficers],
//     [QualifiedNeeded]);
//   - checklists such as the six-haves of a township (六有) and the three-haves
//     of a village (三有), with requirements in detail and evidence. A checklist
//     is data: a county's own "ten ones" needs no code ([Checklist], [Sheet],
//     [Checklist.Facts], [Prove], [Roll]);
//   - the fewest items that bring the most units up, and the roll-up of a whole
//     nation county by county ([GroupResult.LeastFixes], [Stream]).
//
// # Assumptions
//
// A team count is not a township count. Teams reported with their township are
// counted by township; a group reported only by its number, as 30 township
// teams, is read as one team a township, and the finding says so.
//
// A certificate that has lapsed removes the skill, whatever the team claims. A
// skill that is only claimed is unknown unless the reading takes a claim.
//
// Evidence never replaces a statement without a word: what a unit states
// decides, evidence fills in what nobody stated, and where the two contradict a
// finding says so. A reading asks for evidence behind every statement instead.
// Evidence that has lapsed refutes; evidence that was never given is silence.
//
// Times of travel come from the caller. A plan of deployment serves as many as
// can be served and gives earlier calls the way; it does not make the sum of
// times least.
//
// Silence never passes: an item that nobody answered is unknown, and so is the
// unit it belongs to, unless another item is known to be absent.
//
// The three names for stations in the plan are three kinds of station. Micro
// emergency rescue stations never count as community rescue stations.
//
// # Not covered
//
// The quantities of the municipal equipment catalogue and of the standard of
// enforcement equipment, which were not seen: a county states what each team
// needs. What a rating of a social force asks for, how long a team can work
// before it must be relieved, and the capacity of roads. Awards and purchases of
// social forces are duties, not calculations.
package teams
