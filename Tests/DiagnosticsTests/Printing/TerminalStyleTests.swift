import Testing

@testable import Diagnostics

@Suite("Terminal style")
struct TerminalStyleTests {
    @Test(
        "colour is for terminals unless the environment says otherwise",
        arguments: [
            (true, [:], true), (false, [:], false),
            (true, ["NO_COLOR": "1"], false), (true, ["NO_COLOR": ""], true),
            (true, ["TERM": "dumb"], false), (true, ["TERM": "xterm-256color"], true),
            (false, ["CLICOLOR_FORCE": "1"], true), (false, ["CLICOLOR_FORCE": "0"], false),
            (false, ["CLICOLOR_FORCE": ""], false), (true, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
            (true, ["CLICOLOR_FORCE": "1", "TERM": "dumb"], true),
        ] as [(Bool, [String: String], Bool)]
    )
    func color(_ isTerminal: Bool, _ environment: [String: String], _ expected: Bool) {
        #expect(TerminalStyle.suited(isTerminal: isTerminal, environment: environment).isColored == expected)
    }

    @Test(
        "the width comes from COLUMNS and is never too narrow to read",
        arguments: [("72", 72), ("3", 40), ("-1", 40), ("wide", 100)]
    )
    func width(_ columns: String, _ expected: Int) {
        #expect(TerminalStyle.suited(isTerminal: true, environment: ["COLUMNS": columns]).width == expected)
    }

    @Test(
        "counts are told in words",
        arguments: [
            ([], "no findings"), ([.error], "1 error"), ([.warning, .error, .error], "2 errors, 1 warning"),
            ([.note, .note, .warning], "1 warning, 2 notes"),
        ] as [([Diagnostic.Severity], String)]
    )
    func counts(_ severities: [Diagnostic.Severity], _ sentence: String) {
        let findings = severities.map {
            Diagnostic(rule: RuleID("r", nil), severity: $0, message: "m", span: nil)
        }
        #expect(FindingCounts(findings).sentence == sentence)
    }
}
