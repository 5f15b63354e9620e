import Editorial
import Site

/// The units of the last build that this one would make just so: all that they were made from is the same, and all
/// their files are there.
struct FreshUnits: Sendable {
    /// The inputs of the last build, in the order of their places.
    let knownInputs: [PageInput]
    /// What they are like now.
    let fingerprints: [PageInput: Fingerprint]
    private let units: [String: SiteUnit]

    /// Compares the inputs of the last build with those of now, on all cores.
    init(of last: BuildState?, _ known: KnownSite, _ inputs: PageInputs) async {
        guard let last, let table = last.pageInputs.entries() else {
            (knownInputs, fingerprints, units) = ([], [:], [:])
            return
        }
        let now = await table.concurrentMap { inputs.fingerprint(of: $0.input) }
        let isSame = zip(now, table).map { $0 == $1.fingerprint }
        let fresh = last.units.filter { unit in
            // A unit without inputs is a file of the theme: it is at hand already.
            !unit.hasFindings && !unit.inputs.bytes.isEmpty
                && unit.files.allSatisfy { known.intact[$0.path] != nil }
                && unit.inputs.allSatisfy { isSame.indices.contains($0) && isSame[$0] }
        }
        knownInputs = table.map(\.input)
        fingerprints = Dictionary(zip(knownInputs, now)) { first, _ in first }
        units = Dictionary(fresh.map { ($0.name, $0) }) { first, _ in first }
    }

    /// A unit by its name.
    subscript(name: String) -> SiteUnit? { units[name] }
}
