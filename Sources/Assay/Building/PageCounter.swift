import Synchronization

/// Counts the pages that are done, from many tasks.
final class PageCounter: Sendable {
    private let total: Int
    private let progress: @Sendable (Int, Int) -> Void
    private let state = Mutex(0)

    init(total: Int, _ progress: @Sendable @escaping (Int, Int) -> Void) {
        self.total = total
        self.progress = progress
    }

    var pages: Int { state.withLock { $0 } }

    func addPage() {
        let done = state.withLock { pages in
            pages += 1
            return pages
        }
        progress(min(done, total), total)
    }
}
