import Addresses
import Newsroom
import Testing

@testable import Site

/// The dependencies of pages, by name and by number.
@Suite struct PageInputTests {
    private static func everyInput(of edition: Edition) throws -> [PageInput] {
        let keys =
            (0..<edition.numbers.count).map { RecordKey(of: edition.numbers.record($0)) }
            + RecordKind.allCases.map { RecordKey($0, "no-such-record") }
        return try keys.flatMap { key -> [PageInput] in
            [.record(key), .text(of: key), .mentions(of: key), .claimsSharing(key), .history(of: key.id)]
        } + RecordKind.allCases.map(PageInput.all) + [
            .claimsRuled("false"), .claimsAbout("bridge-cost"), .template("bridge-cost"), .histories,
            .everything,
            .claimsPublished(#require(CalendarDate("2026-06"))),
        ]
    }

    @Test func everyInputHasANumberOfItsOwnAndIsFoundByIt() async throws {
        let edition = try await Fixture("bridge").edition(includingDrafts: true)
        let inputs = Set(try Self.everyInput(of: edition))
        let numbers = inputs.map(edition.inputs.number)
        #expect(Set(numbers).count == inputs.count)
        #expect(numbers.map(edition.inputs.input) == Array(inputs))
        #expect(inputs.map(edition.inputs.number) == numbers)
        #expect(numbers.allSatisfy { (0..<edition.inputs.count).contains(Int($0.value)) })
        #expect(edition.inputs.number(of: .everything) == .everything)
    }

    @Test func recordsAreNumberedInTheOrderOfTheirKeys() async throws {
        let numbers = try await Fixture("bridge").edition().numbers
        let keys = (0..<numbers.count).map { RecordKey(of: numbers.record($0)) }
        #expect(keys == keys.sorted())
        #expect(keys.map { numbers.number($0.kind, $0.id) } == Array(0..<numbers.count))
        #expect(numbers.number(.claim, "no-such-claim") == nil)
    }

    @Test func theSearchPageIsMadeFromTheTitleOfThePageThatItSuggests() throws {
        let edition = try Fixture.oneClaim(
            extra: ["content/pages/suggest.md": "---\ntitle: Suggest a claim\nrole: submit\n---\nHere.\n"]
        ).edition()
        let renderer = SiteRenderer(
            edition: edition,
            theme: SiteTemplates(theme: Fixture.theme),
            words: Fixture.words
        )
        let inputs = try #require(renderer.render(.search).file).inputs.map(edition.inputs.input)
        #expect(inputs.contains(.record(RecordKey(.page, "suggest"))))
    }

    @Test func aPageNotesEachThingOnceAndWhatIsNotThereToo() async throws {
        let edition = try await Fixture("bridge").edition()
        let scope = PageScope(
            edition: edition,
            words: Fixture.words,
            links: Links(from: .home),
            templates: SiteTemplates(theme: Fixture.theme).library
        )
        for _ in 1...2 {
            #expect(scope.claim("bridge-cost") != nil)
            #expect(scope.claim("no-such-claim") == nil)
            _ = scope.rankedClaims
        }
        let noted = scope.inputs.map(edition.inputs.input)
        #expect(scope.inputs == scope.inputs.sorted())
        #expect(noted.count == 3)
        #expect(
            Set(noted) == [
                .record(RecordKey(.claim, "bridge-cost")), .record(RecordKey(.claim, "no-such-claim")),
                .all(.verdict),
            ]
        )
    }
}
