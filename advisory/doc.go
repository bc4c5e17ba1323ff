// Package advisory is the warning side: what authorities tell people who are offered
// work abroad, whether that is still in force, what levels of different governments have
// to do with each other, and what there is to say of an offer and its agent.
//
// An [Advisory] has the members of the interchange format; those that the Common
// Alerting Protocol has too bear its names and take its words (OASIS, CAP 1.2, 2010,
// section 3.2). [Advisory.Check] says what is wrong with one, by the codes of package
// incident.
//
// Whether an advisory is in force is a question with more answers than two, see
// [Standing]: many never say until when, and that is said, not guessed. [Current] asks
// it of all advisories at once, since an update replaces what it refers to and a
// cancellation ends it, and [Chain] shows how one came to be.
//
// A [Register] holds what authorities list of recruitment agents, licensed or warned
// of, and answers whether one is among them: by licence ([ParseLicence] reads those of
// six countries), by name, or by both. The answer is yes, no or cannot tell, with the
// rule that decided, and never that an agent is safe.
//
// An [Offer] is a job as it was advertised; [ReadOffer] reads one from the text of an
// advert. [Screen] says whether to warn of it, by the advisories in force, a register, and
// [Rules] that stand for the red flags that authorities have published:
//
//	offer := &advisory.Offer{Text: advert}
//	s := advisory.Screen(offer, register, slices.Values(advisories), today)
//	for _, f := range s.Findings {
//		fmt.Println(f.Words, f.Rule.Text("hi"), f.Publisher(), f.Source())
//	}
//
// The verdict is [VerdictWarn] or [VerdictCannotTell]. There is no third: nothing that an
// offer says of itself makes it safe.
//
// Nothing here knows the time: the day is an argument. Values are safe for concurrent
// use as long as nobody changes them.
package advisory
