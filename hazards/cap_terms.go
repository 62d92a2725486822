package hazards

import "slices"

// CAPStatus is how a message is to be handled (消息状态). Empty is unset.
type CAPStatus string

// The statuses.
const (
	CAPActual   CAPStatus = "Actual"
	CAPExercise CAPStatus = "Exercise"
	CAPSystem   CAPStatus = "System"
	CAPTest     CAPStatus = "Test"
	CAPDraft    CAPStatus = "Draft"
)

// CAPType is the nature of a message (消息类型). Empty is unset.
type CAPType string

// The types. All but the first refer to earlier messages.
const (
	CAPIssue  CAPType = "Alert"
	CAPUpdate CAPType = "Update"
	CAPCancel CAPType = "Cancel"
	CAPAck    CAPType = "Ack"
	CAPError  CAPType = "Error"
)

// CAPScope is whom a message is for (发送范围). Empty is unset.
type CAPScope string

// The scopes.
const (
	CAPPublic     CAPScope = "Public"
	CAPRestricted CAPScope = "Restricted"
	CAPPrivate    CAPScope = "Private"
)

// CAPCategory is the kind of an event (事件类别). Empty is unset.
type CAPCategory string

// The categories.
const (
	CAPGeo       CAPCategory = "Geo"
	CAPMet       CAPCategory = "Met"
	CAPSafety    CAPCategory = "Safety"
	CAPSecurity  CAPCategory = "Security"
	CAPRescue    CAPCategory = "Rescue"
	CAPFire      CAPCategory = "Fire"
	CAPHealth    CAPCategory = "Health"
	CAPEnv       CAPCategory = "Env"
	CAPTransport CAPCategory = "Transport"
	CAPInfra     CAPCategory = "Infra"
	CAPCBRNE     CAPCategory = "CBRNE"
	CAPOther     CAPCategory = "Other"
)

// CAPResponse is what the audience is asked to do (响应类型). Empty is unset.
type CAPResponse string

// The responses.
const (
	CAPShelter  CAPResponse = "Shelter"
	CAPEvacuate CAPResponse = "Evacuate"
	CAPPrepare  CAPResponse = "Prepare"
	CAPExecute  CAPResponse = "Execute"
	CAPAvoid    CAPResponse = "Avoid"
	CAPMonitor  CAPResponse = "Monitor"
	CAPAssess   CAPResponse = "Assess"
	CAPAllClear CAPResponse = "AllClear"
	CAPNone     CAPResponse = "None"
)

// CAPUrgency is how soon to act (紧急程度). Empty is unset.
type CAPUrgency string

// The urgencies.
const (
	CAPImmediate      CAPUrgency = "Immediate"
	CAPExpected       CAPUrgency = "Expected"
	CAPFuture         CAPUrgency = "Future"
	CAPPast           CAPUrgency = "Past"
	CAPUrgencyUnknown CAPUrgency = "Unknown"
)

// CAPSeverity is how strong the threat is (严重程度). Empty is unset.
type CAPSeverity string

// The severities.
const (
	CAPExtreme         CAPSeverity = "Extreme"
	CAPSevere          CAPSeverity = "Severe"
	CAPModerate        CAPSeverity = "Moderate"
	CAPMinor           CAPSeverity = "Minor"
	CAPSeverityUnknown CAPSeverity = "Unknown"
)

// CAPCertainty is how sure the event is (确定性). Empty is unset.
type CAPCertainty string

// The certainties.
const (
	CAPObserved         CAPCertainty = "Observed"
	CAPLikely           CAPCertainty = "Likely"
	CAPPossible         CAPCertainty = "Possible"
	CAPUnlikely         CAPCertainty = "Unlikely"
	CAPCertaintyUnknown CAPCertainty = "Unknown"
)

// The members of each closed set, in the order of the standard's table.
var (
	capStatuses   = []CAPStatus{CAPActual, CAPExercise, CAPSystem, CAPTest, CAPDraft}
	capTypes      = []CAPType{CAPIssue, CAPUpdate, CAPCancel, CAPAck, CAPError}
	capScopes     = []CAPScope{CAPPublic, CAPRestricted, CAPPrivate}
	capCategories = []CAPCategory{CAPGeo, CAPMet, CAPSafety, CAPSecurity, CAPRescue, CAPFire, CAPHealth, CAPEnv,
		CAPTransport, CAPInfra, CAPCBRNE, CAPOther}
	capResponses = []CAPResponse{CAPShelter, CAPEvacuate, CAPPrepare, CAPExecute, CAPAvoid, CAPMonitor, CAPAssess,
		CAPAllClear, CAPNone}
	capUrgencies   = []CAPUrgency{CAPImmediate, CAPExpected, CAPFuture, CAPPast, CAPUrgencyUnknown}
	capSeverities  = []CAPSeverity{CAPExtreme, CAPSevere, CAPModerate, CAPMinor, CAPSeverityUnknown}
	capCertainties = []CAPCertainty{CAPObserved, CAPLikely, CAPPossible, CAPUnlikely, CAPCertaintyUnknown}
)

// Severity returns the CAP severity of a warning level (预警严重程度): blue Minor,
// yellow Moderate, orange Severe, red Extreme; empty for no level. That blue is
// Minor is what the national weather feed sends; the rest follows the order.
func (l WarningLevel) Severity() CAPSeverity {
	severities := [...]CAPSeverity{"", CAPExtreme, CAPSevere, CAPModerate, CAPMinor}
	if !l.IsValid() {
		return ""
	}
	return severities[l]
}

// Category returns the CAP category of a natural hazard, empty for none.
func (n Natural) Category() CAPCategory {
	switch n {
	case Earthquake, Geological:
		return CAPGeo
	case Meteorological, FloodDrought:
		return CAPMet
	case ForestFire:
		return CAPFire
	}
	return ""
}

// Category returns the CAP category of a sector of accidents, empty for none.
func (s Sector) Category() CAPCategory {
	switch s {
	case RoadTransport, WaterTransport:
		return CAPTransport
	case FireSafety:
		return CAPFire
	case HazardousChemicals:
		return CAPCBRNE
	case HazardousWaste:
		return CAPEnv
	case CityOperation:
		return CAPInfra
	case Mines, Construction, IndustryAndTrade, SpecialEquipment, Tourism, IndustrialParks:
		return CAPSafety
	case OtherSector:
		return CAPOther
	}
	return ""
}

// isOne reports whether a value is a member of a closed set.
func isOne[T comparable](set []T, v T) bool { return slices.Contains(set, v) }
