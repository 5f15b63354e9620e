import Digests
import Editorial
import Files
import Site
import Synchronization

/// The units of a site that is in place, with the dependencies of its pages.
struct UnitManifest: Sendable {
    /// All units.
    let units: [SiteUnit]
    /// The dependencies, by number.
    let pageInputs: PageInputTable
}

/// The log of what a build makes and keeps, written from many tasks.
final class UnitLog: Sendable {
    private struct State {
        /// Files that are made alone.
        var single: [RenderedUnit] = []
        var batches: [String: RenderedUnit] = [:]
        /// By the places of the reusable units.
        var isKept: [Bool]
    }

    private let reusable: ReusableUnits
    private let state: Mutex<State>

    /// - Parameter reusable: the units of the last build that may stay.
    init(_ reusable: ReusableUnits) {
        self.reusable = reusable
        state = Mutex(State(isKept: Array(repeating: false, count: reusable.units.count)))
    }

    /// Notes that a unit of the last build stays, by its place; false when that was noted before.
    func keep(_ place: Int) -> Bool {
        state.withLock { state in
            defer { state.isKept[place] = true }
            return !state.isKept[place]
        }
    }

    /// Notes a file that was made.
    func add(_ file: RenderedFile, _ content: ContentDigest) {
        let path = file.route.path
        let made = RenderedUnit(
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

    /// All units.
    var units: LoggedUnits {
        state.withLock { state in
            LoggedUnits(
                kept: state.isKept.indices.filter { state.isKept[$0] }.map { reusable.units[$0] },
                made: state.single + state.batches.values
            )
        }
    }
}

/// A unit that this build made.
struct RenderedUnit: Sendable {
    let name: String
    fileprivate(set) var inputs: PackedInputs
    fileprivate(set) var hasFindings: Bool
    fileprivate(set) var files: [(path: String, content: ContentDigest)]

    fileprivate var withoutFiles: RenderedUnit {
        RenderedUnit(name: name, inputs: inputs, hasFindings: hasFindings, files: [])
    }

    /// Adds a file that is made together with others.
    fileprivate mutating func add(_ other: RenderedUnit) {
        if inputs != other.inputs {
            inputs = PackedInputs(rising: Set(inputs.numbers).union(other.inputs.numbers).sorted())
        }
        hasFindings = hasFindings || other.hasFindings
        files += other.files
    }
}

/// The units of a site, those of the last build and those of this one.
struct LoggedUnits: Sendable {
    /// Those of the last build that stay.
    let kept: [SiteUnit]
    /// Those that were made.
    let made: [RenderedUnit]

    /// All files with their digests.
    var files: [(path: String, content: ContentDigest)] {
        kept.flatMap { $0.files.map { ($0.path, $0.content) } } + made.flatMap(\.files)
    }

    /// The dependencies of the units.
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
