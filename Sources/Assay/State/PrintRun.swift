import Digests
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
    private struct State {
        /// Files that are made alone.
        var single: [MadeUnit] = []
        var batches: [String: MadeUnit] = [:]
        /// By the places of the fresh units.
        var isKept: [Bool]
    }

    private let fresh: FreshUnits
    private let state: Mutex<State>

    /// - Parameter fresh: the units of the last run that may stay.
    init(_ fresh: FreshUnits) {
        self.fresh = fresh
        state = Mutex(State(isKept: Array(repeating: false, count: fresh.units.count)))
    }

    /// Notes that a unit of the last run stays, by its place; false when that was noted before.
    func keep(_ place: Int) -> Bool {
        state.withLock { state in
            defer { state.isKept[place] = true }
            return !state.isKept[place]
        }
    }

    /// Notes a file that was made.
    func add(_ file: RenderedFile, _ content: ContentDigest) {
        let path = file.route.path
        let made = MadeUnit(
            name: file.unit,
            inputs: PackedInputs(rising: file.inputs),
            hasFindings: !file.diagnostics.isEmpty,
            files: [(path, content)]
        )
        state.withLock { state in
            if file.unit == path {
                state.single.append(made)
            } else {
                state.batches[file.unit, default: made.withoutFiles].add(made)
            }
        }
    }

    /// All that was noted.
    var sheets: PrintedSheets {
        state.withLock { state in
            PrintedSheets(
                kept: state.isKept.indices.filter { state.isKept[$0] }.map { fresh.units[$0] },
                made: state.single + state.batches.values
            )
        }
    }
}

/// A unit that was made in this run.
struct MadeUnit: Sendable {
    let name: String
    fileprivate(set) var inputs: PackedInputs
    fileprivate(set) var hasFindings: Bool
    fileprivate(set) var files: [(path: String, content: ContentDigest)]

    fileprivate var withoutFiles: MadeUnit {
        MadeUnit(name: name, inputs: inputs, hasFindings: hasFindings, files: [])
    }

    /// Adds a file that is made together with others.
    fileprivate mutating func add(_ other: MadeUnit) {
        if inputs != other.inputs {
            inputs = PackedInputs(rising: Set(inputs.numbers).union(other.inputs.numbers).sorted())
        }
        hasFindings = hasFindings || other.hasFindings
        files += other.files
    }
}

/// All units of a run.
struct PrintedSheets: Sendable {
    /// Those of the last run that stay.
    let kept: [SiteUnit]
    /// Those that were made.
    let made: [MadeUnit]

    /// All files with their digests.
    var files: [(path: String, content: ContentDigest)] {
        kept.flatMap { $0.files.map { ($0.path, $0.content) } } + made.flatMap(\.files)
    }

    /// What the units were made from.
    func pageInputs(
        _ register: InputRegister,
        fingerprint: @Sendable @escaping (InputNumber) -> Fingerprint
    ) async -> PageInputTable {
        var isUsed = [Bool](repeating: false, count: register.count)
        for inputs in kept.map(\.inputs) + made.map(\.inputs) {
            _ = inputs.allSatisfy { input in
                isUsed[Int(input.value)] = true
                return true
            }
        }
        let used = isUsed.indices.filter { isUsed[$0] }.map { InputNumber($0) }
        let entries = await used.concurrentMap { number in
            PageInputTable.Entry(number, register.input(number), fingerprint(number))
        }
        return PageInputTable(entries)
    }

    /// The units, when their files are in place.
    ///
    /// - Parameter file: what a file looks like now, from its path and its content.
    func units(file: @Sendable @escaping (String, ContentDigest) -> WrittenFile) async -> [SiteUnit] {
        await kept
            + made.concurrentMap { made in
                SiteUnit(
                    name: made.name,
                    inputs: made.inputs,
                    hasFindings: made.hasFindings,
                    files: made.files.map { file($0.path, $0.content) }
                )
            }
    }
}
