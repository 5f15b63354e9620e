import Foundation
import Synchronization

/// A report that could not be written, for example to a full disk. The process then fails, so that the empty output is not
/// taken for "nothing was found".
enum LostReport {
    private static let reason = Mutex<Int32>(0)

    /// Makes the process exit with a failure if a report was lost, whichever way it exits.
    static func failAtExit() {
        atexit {
            let number = LostReport.reason.withLock(\.self)
            guard number != 0 else { return }
            Console.warn("the report could not be written: \(String(cString: strerror(number)))")
            _exit(EXIT_FAILURE)
        }
    }

    /// Remembers the `errno` of a failed write; 0 means success.
    static func note(_ number: Int32) {
        // EPIPE is no loss: in `assay check | head` the reader has seen enough.
        guard number != 0, number != EPIPE else { return }
        reason.withLock { $0 = number }
    }

    /// Writes bytes to a file descriptor, and waits where it is full for the moment.
    /// - Returns: the `errno` of a failure; 0 when all were written.
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

/// The C library's `write`, which `LostReport.write` hides inside its type.
private func putBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
