import Files
import Foundation
import Stamps

/// The roots that the computer trusts, as its TLS programs do.
enum SystemRoots {
    /// The files in which systems keep them: Debian, Fedora, macOS and Alpine.
    private static let files = [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem",
    ]

    /// The certificates of the first file that there is; of that in `SSL_CERT_FILE` alone, where that is set.
    static func read() -> StampRoots {
        let own = ProcessInfo.processInfo.environment["SSL_CERT_FILE"].map { [$0] }
        for path in own ?? files {
            let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            if let bytes = try? StoredFile.contents(of: real, limit: StampRoots.sizeLimit),
                let roots = StampRoots(pem: bytes)
            {
                return roots
            }
        }
        return .none
    }

    /// The certificates in a file that the user named.
    static func read(named path: String) throws(CommandFailure) -> StampRoots {
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try StoredFile.contents(
                of: path.hasPrefix("/") ? path : "./" + path,
                limit: StampRoots.sizeLimit
            )
        } catch {
            throw CommandFailure("the file of certificates `\(path)` cannot be read: \(error)")
        }
        guard let roots = StampRoots(pem: bytes) else {
            throw CommandFailure(
                "the file `\(path)` holds no certificates that can be read; they are PEM, and begin with `-----BEGIN CERTIFICATE-----`"
            )
        }
        return roots
    }
}
