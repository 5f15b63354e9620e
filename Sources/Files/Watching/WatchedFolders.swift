#if os(Linux)
    #if canImport(Musl)
        import Musl
    #else
        import Glibc
    #endif

    /// The folders that an inotify descriptor watches, and the changes read from it.
    ///
    /// The kernel watches single folders, so every folder at any depth has its own watch. The root has one
    /// too, which reports watched folders that are created.
    struct WatchedFolders: Sendable {
        let tree: FileTree
        let folders: [String]
        let descriptor: Int32
        /// The changes that were not delivered yet.
        var pending: Set<FileChange> = []
        private var paths: [Int32: String] = [:]

        /// Closing and renaming, not creation: a file is complete only then.
        private static let events =
            UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE)
            | UInt32(IN_CREATE) | UInt32(IN_ATTRIB) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
            | UInt32(IN_ONLYDIR)

        init(tree: FileTree, folders: [String], descriptor: Int32) {
            self.tree = tree
            self.folders = folders
            self.descriptor = descriptor
        }

        /// Whether the root folder still exists.
        var watchesRoot: Bool { paths.values.contains("") }

        /// Watches all folders. Returns false if that is not possible.
        mutating func addAll() -> Bool {
            guard add("") else { return false }
            for folder in folders where tree.exists(folder) {
                guard addFolders(below: folder) else { return false }
            }
            return true
        }

        /// Reads the kernel's events.
        mutating func readEvents() {
            var buffer = [UInt8](repeating: 0, count: 64 * 1024)
            while true {
                let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                for event in InotifyEvent.events(in: buffer[..<count]) { take(event) }
            }
        }

        private mutating func take(_ event: InotifyEvent) {
            if event.has(IN_Q_OVERFLOW) {
                _ = addAll()
                pending.insert(.folder(""))
                return
            }
            guard let folder = paths[event.watch] else { return }
            if event.has(IN_IGNORED) {
                paths[event.watch] = nil
            } else if event.has(IN_DELETE_SELF) || event.has(IN_MOVE_SELF) {
                forget(below: folder)
                pending.insert(.folder(folder))
            } else if !event.name.isEmpty, !event.name.isHiddenOrBackup {
                let path = folder.isEmpty ? event.name : folder + "/" + event.name
                if event.has(IN_ISDIR) {
                    takeFolder(path, event)
                } else if !folder.isEmpty, !event.has(IN_CREATE) || isComplete(path) {
                    pending.insert(.file(path))
                }
            }
        }

        private mutating func takeFolder(_ path: String, _ event: InotifyEvent) {
            guard folders.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) else { return }
            if event.has(IN_CREATE) || event.has(IN_MOVED_TO) {
                // A moved folder keeps its watches, whose paths are then wrong.
                forget(below: path)
                _ = addFolders(below: path)
            } else if event.has(IN_MOVED_FROM) || event.has(IN_DELETE) {
                forget(below: path)
            }
            pending.insert(.folder(path))
        }

        /// Whether a new file is complete when it is created. Only a link is: others are written and closed.
        private func isComplete(_ path: String) -> Bool {
            var information = stat()
            guard lstat(tree.absolute(path), &information) == 0 else { return false }
            return information.st_mode & S_IFMT == S_IFLNK || information.st_nlink > 1
        }

        private mutating func addFolders(below folder: String) -> Bool {
            tree.folders(below: folder).allSatisfy { add($0) }
        }

        /// Adds a watch. Returns false if the system has no more; a folder that is gone again is no failure.
        private mutating func add(_ folder: String) -> Bool {
            let watch = inotify_add_watch(descriptor, tree.absolute(folder), Self.events)
            guard watch >= 0 else { return !folder.isEmpty && errno != ENOSPC && errno != ENOMEM }
            paths[watch] = folder
            return true
        }

        private mutating func forget(below folder: String) {
            for (watch, path) in paths where path == folder || folder.isEmpty || path.hasPrefix(folder + "/")
            {
                inotify_rm_watch(descriptor, watch)
                paths[watch] = nil
            }
        }
    }

    /// One event of inotify.
    struct InotifyEvent: Hashable {
        /// The number of its watch.
        let watch: Int32
        /// The kinds of event, as bits.
        let mask: UInt32
        /// The file's name in the watched folder; empty for the folder itself.
        let name: String

        func has(_ bit: some BinaryInteger) -> Bool { mask & UInt32(truncatingIfNeeded: bit) != 0 }

        /// The events in bytes that were read: watch, mask, cookie and length in four bytes each, then the
        /// name.
        static func events(in bytes: ArraySlice<UInt8>) -> [InotifyEvent] {
            var events: [InotifyEvent] = []
            var rest = bytes
            while rest.count >= 16 {
                let fields = (0..<4).map { field in
                    rest.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: field * 4, as: UInt32.self) }
                }
                rest = rest.dropFirst(16)
                let name = rest.prefix(Int(fields[3])).prefix { $0 != 0 }
                rest = rest.dropFirst(Int(fields[3]))
                events.append(
                    InotifyEvent(
                        watch: Int32(bitPattern: fields[0]),
                        mask: fields[1],
                        name: String(decoding: name, as: UTF8.self)
                    )
                )
            }
            return events
        }
    }
#endif
