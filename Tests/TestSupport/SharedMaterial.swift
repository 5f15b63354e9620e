import Foundation
import Testing

/// The folder of shared test material (conformance suites, corpora), which is not part of the repository.
///
/// It is the folder `shared` beside the checkout, or the one that the environment's `ASSAY_SHARED` names. A suite that
/// needs it says so with a trait, so that a checkout without it skips those tests and says why:
///
/// ```swift
/// @Test(.enabled(if: SharedMaterial.has("conformance/commonmark/spec-0.30.json"), SharedMaterial.isNeeded))
/// func everyExamplePasses() throws {
///     let bytes = try SharedMaterial.bytes("conformance/commonmark/spec-0.30.json")
/// }
/// ```
package enum SharedMaterial {
    /// The comment of the trait that skips a test.
    package static let isNeeded: Comment =
        "needs the shared material: set ASSAY_SHARED or put `shared` beside the checkout"

    /// The folder, whether it exists or not.
    package static let folder: URL = {
        if let named = ProcessInfo.processInfo.environment["ASSAY_SHARED"], !named.isEmpty {
            return URL(fileURLWithPath: named, isDirectory: true)
        }
        // This file is Tests/TestSupport/SharedMaterial.swift of the checkout.
        return URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("shared", isDirectory: true)
    }()

    /// The place of a file, by its path in the folder.
    package static func url(_ path: String) -> URL { folder.appendingPathComponent(path) }

    /// Whether a file exists. If not, a line says so, because skipped tests are easily overlooked.
    package static func has(_ path: String) -> Bool {
        let isThere = FileManager.default.fileExists(atPath: url(path).path)
        if !isThere { print("Skipped: \(path) is not in \(folder.path). \(isNeeded)") }
        return isThere
    }

    /// The bytes of a file, by its path in the folder.
    package static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url(path))) }
}
