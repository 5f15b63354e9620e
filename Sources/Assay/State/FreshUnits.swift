import Editorial
import Site

/// The units of the last build that this one would make just so: all that they were made from is the same, and all
/// their files are there.
struct FreshUnits: Sendable {
    /// What the inputs of the last build are like now.
    let fingerprints: [PageInput: Fingerprint]
    private let units: [String: SiteUnit]

    /// Compares the inputs of the last build with those of now, on all cores.
    init(of last: BuildState?, _ known: KnownSite, _ inputs: PageInputs) async {
        guard let last else {
            (fingerprints, units) = ([:], [:])
            return
        }
        let table = last.pageInputs
        let now = await table.inputs.concurrentMap { inputs.fingerprint(of: $0) }
        let isSame = zip(now, table.fingerprints).map { $0 == $1 }
        let fresh = last.units.filter { unit in
            // A unit without inputs is a file of the theme: it is at hand already.
            !unit.hasFindings && !unit.inputs.bytes.isEmpty
                && unit.files.allSatisfy { known.intact[$0.path] != nil }
                && unit.inputs.allSatisfy { isSame.indices.contains($0) && isSame[$0] }
        }
        fingerprints = Dictionary(zip(table.inputs, now)) { first, _ in first }
        units = Dictionary(fresh.map { ($0.name, $0) }) { first, _ in first }
    }

    /// A unit by its name.
    subscript(name: String) -> SiteUnit? { units[name] }
}
