import Assay
import Captures
import Diagnostics
import Editorial

/// The captures that a newsroom has locked, as a command needs them.
enum LockedCaptures {
    /// The lock of a newsroom.
    /// - Throws: a failure for a line that cannot be read, or a captured file that is another one.
    static func lock(of room: DeskRoom) throws(CommandFailure) -> CaptureLock {
        if let error = room.loaded.captureErrors.first {
            let place = error.span.map { "\($0.file):\($0.line): " } ?? ""
            throw CommandFailure("\(place)\(error.message); nothing is stamped before it is put right")
        }
        return room.newsroom.captures.lock
    }

    /// The records that arguments name; nil for none.
    /// - Throws: a failure for a record without captures.
    static func records(
        named names: [String],
        in lock: CaptureLock
    ) throws(CommandFailure) -> Set<CapturedRecord>? {
        let known = Set(lock.captures.map(\.source))
        for name in names where !known.contains(CapturedRecord(name)) {
            let help = Suggestion.help(for: name, among: known.map(\.description).sorted())
            throw CommandFailure("nothing was captured of `\(name)`\(help.map { "; " + $0 } ?? "")")
        }
        return names.isEmpty ? nil : Set(names.map(CapturedRecord.init))
    }
}
