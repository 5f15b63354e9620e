import Foundation
import Synchronization

/// A report that could not be written, to a full disk for example: whoever asked for it must not take its absence for "nothing
/// was found".
enum LostReport {
    private static let reason = Mutex<Int32>(0)

    /// Makes the process end with a failure when a report was lost, however it ends.
    static func failAtExit() {
        atexit {
            let number = LostReport.reason.withLock(\.self)
            guard number != 0 else { return }
            Console.warn("the report could not be written: \(String(cString: strerror(number)))")
            _exit(EXIT_FAILURE)
        }
    }

    /// Remembers why a report was lost; 0 is no reason.
    static func note(_ number: Int32) {
        // A reader that has gone away (`assay check | head`) has seen enough.
        guard number != 0, number != EPIPE else { return }
        reason.withLock { $0 = number }
    }

    /// Writes bytes to a descriptor.
    /// - Returns: the error's number; 0 when all were written.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { putBytes(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN {
                var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wanted, 1, -1)
                continue
            }
            guard count > 0 else { return errno }
            written += count
        }
        return 0
    }
}

/// The C library's `write`, under a name that the method does not hide.
private func putBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
