import Editorial
import Files
import Site
import Synchronization

/// One run of the press, as it is remembered: what was printed, what was left as it was, and what both were made from.
struct PrintRun: Sendable {
    /// All of the site, by what was made together.
    let units: [SiteUnit]
    /// What the units were made from.
    let pageInputs: PageInputTable
}

/// Notes what goes through the press, from many tasks.
final class PrintLog: Sendable {
    /// A unit that was made in this run.
    fileprivate struct Made {
        var inputs: PackedNumbers
        var hasFindings: Bool
        var files: [(path: String, content: Fingerprint)]
    }

    fileprivate struct State {
        var places: [PageInput: Int]
        var inputs: [PageInput]
        var made: [String: Made] = [:]
        var kept: [String: SiteUnit] = [:]
    }

    private let state: Mutex<State>

    /// - Parameter known: the inputs of the last run, which keep their places.
    init(knowing known: [PageInput]) {
        let places = Dictionary(known.enumerated().map { ($1, $0) }) { first, _ in first }
        state = Mutex(State(places: places, inputs: known))
    }

    /// Notes that a unit of the last run stays; false when that was noted before.
    func keep(_ unit: SiteUnit) -> Bool {
        state.withLock { $0.kept.updateValue(unit, forKey: unit.name) == nil }
    }

    /// Notes a file that was made.
    func add(_ file: RenderedFile, _ content: Fingerprint) {
        let places = state.withLock { state in file.inputs.map { state.place(of: $0) } }
        let inputs = PackedNumbers(places)
        let hasFindings = !file.diagnostics.isEmpty
        state.withLock { state in
            let files = [(path: file.route.path, content: content)]
            guard let made = state.made[file.unit] else {
                state.made[file.unit] = Made(inputs: inputs, hasFindings: hasFindings, files: files)
                return
            }
            if made.inputs != inputs {
                state.made[file.unit]?.inputs = PackedNumbers(Set(made.inputs.numbers).union(places))
            }
            if hasFindings { state.made[file.unit]?.hasFindings = true }
            state.made[file.unit]?.files += files
        }
    }

    /// The units that stay.
    var kept: [SiteUnit] { state.withLock { Array($0.kept.values) } }

    /// What is remembered of the run, when all files are in place.
    ///
    /// - Parameters:
    ///   - file: what a file looks like now, from its path and its content.
    ///   - fingerprint: what an input is like.
    func run(
        file: @Sendable @escaping (String, Fingerprint) -> WrittenFile,
        fingerprint: @Sendable @escaping (PageInput) -> Fingerprint
    ) async -> PrintRun {
        let (inputs, kept, made) = state.withLock { ($0.inputs, $0.kept, $0.made) }
        let entries = await inputs.concurrentMap {
            PageInputTable.Entry(input: $0, fingerprint: fingerprint($0))
        }
        let madeUnits = await made.sorted { $0.key < $1.key }.concurrentMap { name, made in
            SiteUnit(
                name: name,
                inputs: made.inputs,
                hasFindings: made.hasFindings,
                files: made.files.map { file($0.path, $0.content) }
            )
        }
        let keptUnits = await kept.values.sorted { $0.name < $1.name }.concurrentMap { unit in
            SiteUnit(
                name: unit.name,
                inputs: unit.inputs,
                hasFindings: unit.hasFindings,
                files: unit.files.map { file($0.path, $0.content) }
            )
        }
        return PrintRun(keptUnits + madeUnits, entries)
    }
}

extension PrintLog.State {
    fileprivate mutating func place(of input: PageInput) -> Int {
        if let place = places[input] { return place }
        inputs.append(input)
        places[input] = inputs.count - 1
        return inputs.count - 1
    }
}

extension PrintRun {
    /// Leaves out the inputs that no unit has any more, once they are as many as the others.
    fileprivate init(_ units: [SiteUnit], _ entries: [PageInputTable.Entry]) {
        var isUsed = [Bool](repeating: false, count: entries.count)
        for number in units.lazy.flatMap(\.inputs.numbers) where isUsed.indices.contains(number) {
            isUsed[number] = true
        }
        let used = isUsed.indices.filter { isUsed[$0] }
        guard used.count * 2 < isUsed.count else {
            self.init(units: units, pageInputs: PageInputTable(entries))
            return
        }
        let newPlaces = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
        self.init(
            units: units.map { unit in
                SiteUnit(
                    name: unit.name,
                    inputs: PackedNumbers(unit.inputs.numbers.compactMap { newPlaces[$0] }),
                    hasFindings: unit.hasFindings,
                    files: unit.files
                )
            },
            pageInputs: PageInputTable(used.map { entries[$0] })
        )
    }
}
