package stats

import "github.com/rescuetally/rescuetally/incident"

// stale finds running totals of one publisher that reach less far than one it
// had published before: the older figure came out later. The claim that reaches
// farther comes first.
func (a *Account) stale() {
	for _, s := range series(a) {
		for i := 1; i < len(s); i++ {
			older, newer := s[i-1], s[i]
			reach, certain := older.figure.To.Compare(newer.figure.To)
			if reach >= 0 || !certain {
				continue
			}
			if said, certain := older.claim.Record.Published.Compare(newer.claim.Record.Published); said > 0 && certain {
				a.Conflicts = append(a.Conflicts, Conflict{
					Code: incident.CodeAccountStale, Key: newer.figure.Key,
					Claims: []*Claim{newer.claim, older.claim}, Chosen: newer.figure.Chosen, Why: newer.figure.Why,
				})
			}
		}
	}
}
