#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The running program: its own file, and the shared libraries loaded with it.
package enum RunningProgram {
    private static let chunkSize = 1 << 20

    /// Reads the program's file piece by piece; passes nothing to `take` if it cannot be read.
    package static func readFile(_ take: ([UInt8]) -> Void) {
        guard let path = filePath else { return }
        read(path, take)
    }

    /// The loaded shared libraries, each with its size in bytes and the time of its last change, sorted.
    ///
    /// The list is empty on systems other than Linux.
    package static func libraries() -> [(path: String, size: Int, modified: Int)] {
        var maps: [UInt8] = []
        read("/proc/self/maps") { maps += $0 }
        let lines = maps.split(separator: UInt8(ascii: "\n"))
        let paths = lines.compactMap { line in line.firstIndex(of: UInt8(ascii: "/")).map { line[$0...] } }
        return Set(paths.map { String(decoding: $0, as: UTF8.self) }).filter { $0.contains(".so") }.sorted()
            .map { path in
                var information = stat()
                guard stat(path, &information) == 0 else { return (path, 0, 0) }
                let stamp = FileStamp(information)
                return (path, stamp.size, stamp.modified)
            }
    }

    /// The stamp of the program's file; nil if there is none.
    package static var stamp: FileStamp? {
        var information = stat()
        guard let path = filePath, stat(path, &information) == 0 else { return nil }
        return FileStamp(information)
    }

    private static var filePath: String? {
        #if canImport(Darwin)
            var size: UInt32 = 4096
            var buffer = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
            return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        #else
            return "/proc/self/exe"
        #endif
    }

    /// Reads a file to its end. Its size is not asked for, because it is 0 for files of `/proc`.
    private static func read(_ path: String, _ take: ([UInt8]) -> Void) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        while true {
            let piece = [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
                count = max(0, get(descriptor, buffer.baseAddress, buffer.count))
            }
            if piece.isEmpty { return }
            take(piece)
        }
    }
}

/// The C library's `read`, which the method hides.
private func get(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
