import Foundation
import Synchronization

/// The line at the foot of the terminal that says which address is asked.
final class FetchProgress: Sendable {
    private let isShown: Bool
    private let total: Int
    private let state = Mutex((done: 0, isDirty: false))

    /// The most characters of an address that are shown: one line of a terminal.
    private static let width = 78

    init(total: Int, isShown: Bool) {
        self.total = total
        self.isShown = isShown && Console.hasTerminal
    }

    /// Shows what is asked.
    func fetching(_ address: String) {
        guard isShown else { return }
        state.withLock { state in
            state.isDirty = true
            let line = "[\(state.done)/\(total)] \(address)"
            Console.progress(line.count > Self.width ? line.prefix(Self.width - 1) + "…" : line)
        }
    }

    /// Counts a record, and lets other lines have the terminal.
    func done() {
        state.withLock { $0.done += 1 }
        clear()
    }

    /// Erases the line.
    func clear() {
        guard isShown else { return }
        state.withLock { state in
            if state.isDirty { Console.progress("") }
            state.isDirty = false
        }
    }
}
