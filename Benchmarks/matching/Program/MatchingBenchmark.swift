import Foundation
import Matching

/// Runs the matching of sentences on a collection of claims, and prints tables that `Benchmarks/matching` reads.
///
///     matching-benchmark features CLAIMS QUERIES QRELS LANGUAGE   # a line for each claim that was found for a sentence
///     matching-benchmark signs SENTENCES                          # the signs of each sentence, the rule and the model
///     matching-benchmark latency CLAIMS QUERIES COPIES            # how long a sentence takes
@main
struct MatchingBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        switch arguments.count > 1 ? arguments[1] : "" {
        case "features" where arguments.count == 6:
            try Features.print(arguments[2], arguments[3], arguments[4], language: arguments[5])
        case "latency" where arguments.count == 5:
            try Latency.print(arguments[2], arguments[3], copies: Int(arguments[4]) ?? 1)
        case "signs" where arguments.count == 3:
            try Signs.print(arguments[2])
        default:
            FileHandle.standardError.write(
                Data(
                    "features CLAIMS QUERIES QRELS LANGUAGE | signs SENTENCES | latency CLAIMS QUERIES COPIES\n"
                        .utf8
                )
            )
            exit(2)
        }
    }
}

/// The lines of a file of tab-separated values.
func table(_ path: String) throws -> [[String]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
}

/// A collection's claims: id, statement, title, and a second title.
func claims(_ path: String) throws -> [ClaimText] {
    try table(path).map { row in
        ClaimText(
            id: row[0],
            statement: row.count > 1 ? row[1] : "",
            title: row.count > 2 ? row[2] : "",
            summary: row.count > 3 ? row[3] : ""
        )
    }
}
