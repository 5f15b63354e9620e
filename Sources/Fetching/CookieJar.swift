import Synchronization

/// The cookies of one capture, in memory alone. They come from its own responses, and end with it.
package final class CookieJar: Sendable {
    /// A cookie's domain, path and name.
    private struct Key: Hashable {
        let domain: [CChar]
        let path: [CChar]
        let name: [CChar]

        /// Reads a line of Netscape's format: domain, subdomains, path, secure, end, name, value.
        init?(_ line: [CChar]) {
            let fields = line.split(separator: 9, omittingEmptySubsequences: false)
            guard fields.count >= 7 else { return nil }
            domain = Array(fields[0])
            path = Array(fields[2])
            name = Array(fields[5])
        }
    }

    /// The most cookies that are kept: a server could send them without end.
    private static let limit = 500

    private let cookies = Mutex<[Key: [CChar]]>([:])

    /// Makes an empty jar.
    package init() {}

    /// The cookies as libcurl takes them; it decides which of them a server gets.
    var lines: [[CChar]] { cookies.withLock { Array($0.values) } }

    /// Takes the cookies that a transfer ended with.
    func merge(_ lines: [[CChar]]) {
        cookies.withLock { known in
            for line in lines {
                guard let key = Key(line), known[key] != nil || known.count < Self.limit else { continue }
                known[key] = line
            }
        }
    }
}
