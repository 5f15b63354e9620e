#if os(Linux)
    // On Linux, Dispatch's sources are not yet marked `Sendable`.
    @preconcurrency import Dispatch
    import Synchronization

    #if canImport(Musl)
        import Musl
    #else
        import Glibc
    #endif

    /// A watch on Linux's inotify (`man 7 inotify`): the kernel tells which files changed.
    ///
    /// All work runs on one serial queue.
    final class InotifyWatch: Sendable {
        private let state: Mutex<WatchedFolders>
        private let source: any DispatchSourceRead
        private let queue: DispatchQueue
        private let pause: DispatchTimeInterval
        private let continuation: AsyncStream<Set<FileChange>>.Continuation

        /// The interval at which a removed root folder is searched for, in milliseconds.
        private static let retryInterval = 300

        /// A stream of changes from now on; nil if the system allows no more watches.
        static func changes(
            in tree: FileTree,
            folders: [String],
            pause: Duration
        ) -> AsyncStream<Set<FileChange>>? {
            let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard descriptor >= 0 else { return nil }
            var watched = WatchedFolders(tree: tree, folders: folders, descriptor: descriptor)
            guard watched.addAll() else {
                close(descriptor)
                return nil
            }
            let (stream, continuation) = AsyncStream.makeStream(of: Set<FileChange>.self)
            let watch = InotifyWatch(watched, pause: pause, continuation)
            // The stream keeps the watch alive, and ends it.
            continuation.onTermination = { _ in watch.source.cancel() }
            watch.source.resume()
            return stream
        }

        private init(
            _ watched: WatchedFolders,
            pause: Duration,
            _ continuation: AsyncStream<Set<FileChange>>.Continuation
        ) {
            let descriptor = watched.descriptor
            queue = DispatchQueue(label: "assay.files.watch", qos: .userInitiated)
            source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
            state = Mutex(watched)
            let milliseconds = pause.components.attoseconds / 1_000_000_000_000_000
            self.pause = .milliseconds(Int(pause.components.seconds * 1000 + milliseconds))
            self.continuation = continuation
            source.setEventHandler { [weak self] in self?.receive() }
            source.setCancelHandler { close(descriptor) }
        }

        private func receive() {
            let (isFirst, isLost) = state.withLock { watched in
                let wasEmpty = watched.pending.isEmpty
                watched.readEvents()
                return (wasEmpty && !watched.pending.isEmpty, !watched.watchesRoot)
            }
            if isFirst {
                queue.asyncAfter(deadline: .now() + pause) { [weak self] in self?.deliver() }
            }
            if isLost { lookForRoot() }
        }

        private func deliver() {
            let changes = state.withLock { watched in
                defer { watched.pending = [] }
                return watched.pending
            }
            if !changes.isEmpty { continuation.yield(changes) }
        }

        /// Searches for the root folder again: it may be moved away and back, or checked out anew.
        private func lookForRoot() {
            queue.asyncAfter(deadline: .now() + .milliseconds(Self.retryInterval)) { [weak self] in
                guard let self, !source.isCancelled else { return }
                let isBack = state.withLock { watched in
                    guard !watched.watchesRoot else { return true }
                    guard watched.addAll() else { return false }
                    watched.pending.insert(.folder(""))
                    return true
                }
                if isBack { deliver() } else { lookForRoot() }
            }
        }
    }
#endif
