package stats

// The sketches of a tally need hashes that are the same on every machine and in
// every process, because they stand in its state. These are hashes of 64 bits.
// They carry no secret: whoever may choose the values can choose bad ones.

// hashGamma is 2^64 divided by the golden ratio, and hashFirst and hashSecond
// are the multipliers of the finaliser that SplitMix64 uses (Steele, Lea and
// Flood, "Fast splittable pseudorandom number generators", 2014), which are
// David Stafford's variant 13 of the finaliser of MurmurHash3.
const (
	hashGamma  = 0x9e3779b97f4a7c15
	hashFirst  = 0xbf58476d1ce4e5b9
	hashSecond = 0x94d049bb133111eb
)

// hashMix maps the numbers of 64 bits one to one to numbers that look random.
func hashMix(x uint64) uint64 {
	x += hashGamma
	x = (x ^ x>>30) * hashFirst
	x = (x ^ x>>27) * hashSecond
	return x ^ x>>31
}

// hashText hashes a text, eight bytes at a time, on from another hash. Its
// length is hashed first, so that texts one after the other are told apart.
func hashText[T ~string | ~[]byte](from uint64, s T) uint64 {
	h := hashMix(from ^ uint64(len(s)))
	i := 0
	for ; i+8 <= len(s); i += 8 {
		h = hashMix(h ^ eight(s[i:]))
	}
	if i == len(s) {
		return h
	}
	var last uint64
	if n := len(s) - 8; n >= 0 {
		last = eight(s[n:]) >> (8 * (8 - len(s) + i))
	} else {
		for shift := 0; i < len(s); i, shift = i+1, shift+8 {
			last |= uint64(s[i]) << shift
		}
	}
	return hashMix(h ^ last)
}

// eight returns the first eight bytes of s, the first as the lowest.
func eight[T ~string | ~[]byte](s T) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// hashValue is the hash by which values are counted.
func hashValue[T ~string | ~[]byte](value T) uint64 { return hashText(0, value) }

// hashAccount is the hash of an account's identity: its event, and publisher
// and id of the first of its records.
func hashAccount[E, P, I ~string | ~[]byte](event E, publisher P, id I) uint64 {
	return hashText(hashPublisher(event, publisher), id)
}

// hashPublisher is what hashAccount makes of an event and a publisher.
func hashPublisher[E, P ~string | ~[]byte](event E, publisher P) uint64 {
	return hashText(hashText(1, event), publisher)
}

// hashOccurrence is the hash of a value in an account, of the hashes of both.
func hashOccurrence(account, value uint64) uint64 { return hashMix(account ^ value) }
