import Foundation
import TestSupport
import Testing

@testable import Diagnostics

private let jsonSuiteFolder = "conformance/json/test_parsing"

/// The JSON reader on Nicolas Seriot's JSON Parsing Test Suite. `y_` files must be accepted, `n_` files refused; on
/// `i_` files readers may differ.
@Suite(.enabled(if: SharedMaterial.has(jsonSuiteFolder), SharedMaterial.isNeeded))
struct JSONConformanceTests {
    /// Valid JSON that the reader refuses: journals are signed byte by byte, and readers disagree about fractions
    /// and duplicate names.
    private static let refusedForSafety = [
        "only whole numbers are used here", "is there twice",
    ]

    private static func files(_ prefix: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: SharedMaterial.url(jsonSuiteFolder).path)
            .filter { $0.hasPrefix(prefix) }.sorted()
    }

    private static func problem(in name: String) throws -> JSONProblem? {
        let bytes = try SharedMaterial.bytes(jsonSuiteFolder + "/" + name)
        do throws(JSONProblem) {
            _ = try JSONValue(parsing: bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test("What is JSON is accepted, save numbers with fractions and names that are there twice")
    func accepted() throws {
        let names = try Self.files("y_")
        #expect(names.count > 90)
        var refused: [String] = []
        for name in names {
            guard let problem = try Self.problem(in: name) else { continue }
            refused.append(name)
            #expect(
                Self.refusedForSafety.contains { problem.message.contains($0) },
                "\(name): \(problem.message)"
            )
        }
        #expect(refused.count == 17, "\(refused)")
    }

    @Test("What is no JSON is refused, at a place in the text")
    func refused() throws {
        let names = try Self.files("n_")
        #expect(names.count > 180)
        for name in names {
            let problem = try #require(try Self.problem(in: name), "\(name) was accepted")
            let count = try SharedMaterial.bytes(jsonSuiteFolder + "/" + name).count
            #expect((0...count).contains(problem.offset), "\(name)")
        }
    }

    @Test("Where readers may differ, this one comes back, and what it accepts it can write")
    func either() throws {
        let names = try Self.files("i_")
        #expect(names.count > 30)
        for name in names {
            guard let value = try? JSONValue(parsing: SharedMaterial.bytes(jsonSuiteFolder + "/" + name))
            else {
                continue
            }
            #expect(try JSONValue(parsing: value.serialized()) == value, "\(name)")
        }
    }
}
