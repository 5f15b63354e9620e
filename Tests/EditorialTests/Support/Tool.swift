import Foundation
import Testing

@testable import Editorial

/// The other programs that the tests run: git, ssh-keygen, sh.
enum Tool {
    static func find(_ name: String) -> String? {
        ["/usr/bin/", "/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    static var hasSSH: Bool { find("ssh-keygen") != nil }
    static var hasGit: Bool { find("git") != nil }

    @discardableResult
    static func run(
        _ name: String,
        _ arguments: [String],
        in folder: String,
        environment: [String: String] = [:]
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(find(name)))
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let own = [
            "PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
        ]
        process.environment = own.merging(environment) { _, new in new }
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}

extension Tool {
    /// Signs bytes with `ssh-keygen` itself.
    static func sign(_ bytes: [UInt8], with key: String, in folder: String) throws -> String {
        let file = folder + "/.to-sign"
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        try? FileManager.default.removeItem(atPath: file + ".sig")
        try run("ssh-keygen", ["-Y", "sign", "-f", key, "-n", "assay", file], in: folder)
        return try String(contentsOfFile: file + ".sig", encoding: .utf8)
    }
}

extension DeskFolder {
    /// Makes a key and lists it for a profile.
    func key(of profile: String, listed: Bool = true) throws -> SigningKey {
        let file = path + "/.keys-\(profile)"
        try Tool.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", file], in: path)
        if listed {
            let known = (try? text(AllowedSigners.path)) ?? ""
            let publicKey = try text(".keys-\(profile).pub")
            try write(AllowedSigners.path, known + "\(profile) namespaces=\"assay\" \(publicKey)")
        }
        return SigningKey(path: file)
    }
}
