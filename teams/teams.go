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
//   - the staff that the command offices need by the norm ([StaffNeeded]);
//   - the enforcement units equipped to the standard and the officers with the
//     background, with how many are still to train ([QualifiedOfficers],
//     [QualifiedNeeded]);
//   - checklists such as the six-haves of a township (六有) and the three-haves
//     of a village (三有). A checklist is data: a county's own "ten ones" needs
//     no code ([Checklist], [Sheet], [Roll]).
//
// # Assumptions
//
// A team count is not a township count. Teams reported with their township are
// counted by township; a group reported only by its number, as 30 township
// teams, is read as one team a township, and the finding says so.
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
// needs. What a rating of a social force asks for, evidence behind an answer
// and sub-requirements of an item.
package teams
