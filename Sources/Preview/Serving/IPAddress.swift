#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A numeric IP address, as typed.
enum IPAddress: Hashable, Sendable {
    case four(String)
    case six(String)

    /// Parses an address with `inet_pton`; nil for a name.
    init?(_ text: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            self = .four(text)
        } else if inet_pton(AF_INET6, text, &bytes) == 1 {
            self = .six(text)
        } else {
            return nil
        }
    }

    /// Whether it stands for all addresses of this computer.
    var isAny: Bool { self == .four("0.0.0.0") || self == .six("::") }

    /// The address in the form of URLs.
    var inURL: String {
        switch self {
        case .four(let text): text
        case .six(let text): "[\(text)]"
        }
    }
}
