import Testing

@testable import Diagnostics

struct FixTests {
    private let file = SourceFile(
        path: "a.md",
        text: "ruling: \"flase\" # [x](claim:flase) [@flase] flase-2 @flase"
    )

    @Test("A value's own bytes are found, with quotation marks around it or without")
    func place() {
        #expect(file.place(of: "flase", in: 8..<15) == 9..<14)
        #expect(file.place(of: "flase", in: 9..<14) == 9..<14)
        #expect(file.place(of: "false", in: 8..<15) == nil)
        #expect(file.place(of: "flase", in: 8..<400) == nil)
    }

    @Test("An id in a link or citation is found behind its sign, and not as a part of another one")
    func idInText() throws {
        let link = try #require(file.text(0..<file.bytes.count).utf8.firstRange(of: "[x](claim:flase)".utf8))
        let start = file.text(0..<file.bytes.count).utf8.distance(
            from: "".utf8.startIndex,
            to: link.lowerBound
        )
        #expect(file.place(ofID: "flase", in: start..<start + 16) == start + 10..<start + 15)
        // Twice behind a sign: it is not clear which one is meant.
        #expect(file.place(ofID: "flase", in: 0..<file.bytes.count) == nil)
        #expect(file.place(ofID: "flase-2", in: 0..<file.bytes.count) != nil)
        #expect(file.place(ofID: "", in: 0..<4) == nil)
    }

    @Test("A misspelt word of a closed list is fixed safely only if one word is near, with the same digits")
    func safety() {
        let known = ["published", "publisher", "archived", "sha256"]
        func safety(_ typed: String) -> Fix.Safety? {
            let file = SourceFile(path: "a.md", text: typed)
            return Suggestion.fix(for: typed, at: 0..<typed.utf8.count, in: file, among: known)?.safety
        }
        #expect(safety("archivd") == .safe)
        #expect(safety("publishe") == .unsafe)
        #expect(safety("sha265") == .unsafe)
        #expect(safety("nothing-near") == nil)
    }

    private func finding(_ fixes: Fix...) -> Diagnostic {
        Diagnostic(rule: .invalidDate, message: "m", span: file.span(0..<1), fixes: fixes)
    }

    private func edit(_ range: Range<Int>) -> Fix { Fix("t", .safe, [file.edit(range, "x")]) }

    @Test("Fixes that touch wait for the next round; the same fix of two findings is applied once")
    func selection() {
        let findings = [
            finding(edit(0..<4)), finding(edit(2..<6)), finding(edit(4..<4)), finding(edit(10..<12)),
            finding(edit(0..<4)),
        ]
        let selection = FixSelection(from: findings, where: \.isSafe)
        #expect(selection.chosen.count == 3)
        #expect(selection.waiting == 2)
        #expect(selection.edits == [file.edit(0..<4, "x"), file.edit(10..<12, "x")])
    }

    @Test("The first allowed fix of a finding is chosen, and a moved file is not edited in the same round")
    func allowed() {
        let unsafe = Fix("u", .unsafe, [file.edit(0..<1, "u")])
        let moved = Fix("m", .safe, [.move(from: "a.md", to: "b.md")])
        #expect(
            FixSelection(from: [finding(unsafe, edit(5..<6))], where: \.isSafe).edits == [
                file.edit(5..<6, "x")
            ]
        )
        #expect(FixSelection(from: [finding(unsafe)], where: \.isSafe).edits.isEmpty)
        let both = FixSelection(from: [finding(moved), finding(edit(5..<6))], where: \.isSafe)
        #expect(both.edits == [.move(from: "a.md", to: "b.md")])
        #expect(both.waiting == 1)
    }

    @Test("A guarded fix is unsafe, and says why")
    func guarded() {
        let fix = edit(0..<1).unsafe(because: "it is signed")
        #expect(fix.safety == .unsafe)
        #expect(fix.title == "t (it is signed)")
    }
}
