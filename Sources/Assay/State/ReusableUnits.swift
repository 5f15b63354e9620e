import Digests
import Editorial
import Files
import Site

/// The units of the last build that are not stale: their dependencies are the same, and all their files are there.
struct ReusableUnits: Sendable {
    /// The units, with the numbers that their inputs have now.
    let units: [SiteUnit]
    /// Files of other units that are as they were written, by path: they need not be written again with the same content.
    let intact: [String: WrittenFile]
    private let places: [String: Int]
    private let fingerprints: [InputNumber: Fingerprint]

    /// Compares the inputs of the last build with those of now, on all cores.
    init(of site: PreviousSite, _ inputs: PageInputs, _ register: InputRegister) async {
        guard let table = site.pageInputs?.entries() else {
            self.init(units: [], others: site.units.flatMap(\.unit.files), fingerprints: [:])
            return
        }
        let parts = await table.concurrentMap { register.numberOfPart($0.input) }
        // Others are numbered in the order of last time, so that their numbers are mostly what they were.
        let numbered = zip(table, parts).map { entry, part in
            (input: entry.input, number: part ?? register.number(of: entry.input))
        }
        let now = await numbered.concurrentMap {
            PageInputTable.Entry($0.number, $0.input, inputs.fingerprint(of: $0.number))
        }
        let numbers = Renumbering(from: table, to: now)
        let units = await site.units.concurrentMap { previous -> SiteUnit? in
            let unit = previous.unit
            // A unit without inputs is a file of the theme: it is at hand already.
            guard previous.isWhole, !unit.hasFindings, !unit.inputs.bytes.isEmpty else { return nil }
            return numbers.renumbered(unit.inputs).map { unit.with(inputs: $0) }
        }
        self.init(
            units: units.compactMap(\.self),
            others: units.indices.filter { units[$0] == nil }.flatMap { site.units[$0].unit.files },
            fingerprints: Dictionary(now.map { ($0.number, $0.fingerprint) }) { first, _ in first }
        )
    }

    private init(units: [SiteUnit], others: [WrittenFile], fingerprints: [InputNumber: Fingerprint]) {
        self.units = units
        self.fingerprints = fingerprints
        places = Dictionary(zip(units.lazy.map(\.name), units.indices)) { first, _ in first }
        intact = Dictionary(others.map { ($0.path, $0) }) { first, _ in first }
    }

    /// The place of a unit by its name.
    subscript(name: String) -> Int? { places[name] }

    /// What an input is like now, if the last build had it too.
    func fingerprint(of input: InputNumber) -> Fingerprint? { fingerprints[input] }
}

/// The numbers of now for inputs of the last build that are the same.
private struct Renumbering: Sendable {
    /// By the number of then; nil for inputs that there were not, or that are different now.
    private let numbers: [InputNumber?]
    private let isNeeded: Bool

    init(from then: [PageInputTable.Entry], to now: [PageInputTable.Entry]) {
        var numbers = [InputNumber?](repeating: nil, count: Int(then.last?.number.value ?? -1) + 1)
        var isNeeded = false
        for (then, now) in zip(then, now) where then.fingerprint == now.fingerprint {
            numbers[Int(then.number.value)] = now.number
            if then.number != now.number { isNeeded = true }
        }
        self.numbers = numbers
        self.isNeeded = isNeeded
    }

    /// The same inputs with their numbers of now; nil when one of them is different.
    func renumbered(_ inputs: PackedInputs) -> PackedInputs? {
        let isSame = inputs.allSatisfy { input in
            numbers.indices.contains(Int(input.value)) && numbers[Int(input.value)] != nil
        }
        guard isSame, isNeeded else { return isSame ? inputs : nil }
        return PackedInputs(rising: inputs.numbers.compactMap { numbers[Int($0.value)] }.sorted())
    }
}
