import Captures
import Testing
import WARC
import Watching

@Suite("States of an address")
struct AddressStateTests {
    private static func observation(
        _ day: Int,
        _ outcome: Observation.Outcome,
        gone: [String] = [],
        containment: Int = 990
    ) throws -> Observation {
        let date = try #require(WARCDate(milliseconds: (20_000 + day) * 86_400_000 + 36_000_000))
        return Observation(
            at: date,
            source: .source("page"),
            url: "https://a.example/",
            outcome: outcome,
            drift: outcome == .changed ? try drift(gone, containment) : nil
        )
    }

    private static func drift(_ gone: [String], _ containment: Int) throws -> Drift {
        let line = """
            {"at":"2026-11-28T10:00:00Z","source":"s","url":"u","outcome":"changed",\
            "gone":[\(gone.map { "\"\($0)\"" }.joined(separator: ","))],"containment":\(containment),"added":["New."]}
            """
        return try #require(WatchLog(Array(line.utf8)).observations.first?.drift)
    }

    private static func state(_ observations: [Observation]) throws -> AddressState {
        try #require(WatchLog(observations).states[.source("page")])
    }

    @Test("an address is dead after three failures on three days, three days apart")
    func dies() throws {
        let one = try Self.observation(0, .missing)
        let early = try Self.observation(1, .failing)
        let two = try Self.observation(3, .failing)
        let three = try Self.observation(6, .softMissing)
        #expect(try Self.state([one]).condition == .missing)
        #expect(try Self.state([one, early]).condition == .failing)
        #expect(try Self.state([one, early, two]).condition == .failing)
        let dead = try Self.state([three, two, early, one])
        #expect(dead.condition == .dead)
        #expect(dead.since == three.at)
        #expect(dead.needsAnotherLook(reviewed: nil))
        #expect(!dead.needsAnotherLook(reviewed: dead.since.day))
    }

    @Test("days alone make nothing dead: the failures between are counted three days apart")
    func countsDaysApart() throws {
        let days = try (0..<6).map { try Self.observation($0, .missing) }
        #expect(try Self.state(days).condition == .missing)
    }

    @Test("an answer between failures brings it back to life")
    func revives() throws {
        let observations = try [
            Self.observation(0, .missing), Self.observation(3, .missing), Self.observation(4, .same),
            Self.observation(6, .missing), Self.observation(9, .missing),
        ]
        #expect(try Self.state(observations).condition == .missing)
        #expect(try Self.state(observations).failures.count == 2)
    }

    @Test("a refusal never counts for death, nor against it")
    func isBlocked() throws {
        let refusals = try (0..<9).map { try Self.observation($0 * 3, .blocked) }
        #expect(try Self.state(refusals).condition == .blocked)
        let mixed = try [
            Self.observation(0, .missing), Self.observation(3, .blocked), Self.observation(6, .missing),
            Self.observation(9, .missing),
        ]
        #expect(try Self.state(mixed).condition == .dead)
    }

    @Test("a change wants another look when a quotation or a good part of the words is gone")
    func wantsAnotherLook() throws {
        let small = try Self.state([Self.observation(0, .changed)])
        #expect(small.condition == .changed && !small.needsAnotherLook(reviewed: nil))
        let gone = try Self.state([Self.observation(0, .changed, gone: ["It is so."])])
        #expect(gone.needsAnotherLook(reviewed: nil))
        let rewritten = try Self.state([Self.observation(0, .changed, containment: 500)])
        #expect(rewritten.needsAnotherLook(reviewed: nil))
    }

    @Test("a look silences the same change, until another quotation goes")
    func isSilenced() throws {
        let first = try Self.observation(0, .changed, gone: ["A."])
        let again = try Self.observation(5, .changed, gone: ["A."])
        let more = try Self.observation(6, .changed, gone: ["A.", "B."])
        let reviewed = first.at.day
        #expect(try !Self.state([first, again]).needsAnotherLook(reviewed: reviewed))
        #expect(try Self.state([first, again, more]).needsAnotherLook(reviewed: reviewed))
        let back = try Self.observation(7, .same)
        let later = try Self.observation(8, .changed, gone: ["A."])
        #expect(try Self.state([first, back, later]).needsAnotherLook(reviewed: reviewed))
    }
}

@Suite("The log of observations")
struct WatchLogTests {
    @Test("a line is read as it was written")
    func roundTrips() throws {
        let line = """
            {"at":"2026-11-28T10:00:00Z","source":"article:page","url":"https://a.example/","final":"https://a.example/b","status":200,\
            "outcome":"changed","against":"content/captures/articles/page/20261101000000.warc.gz","title":"New","signs":["words"],\
            "gone":["It is so."],"containment":40,"removed":["It is so."],"added":["It is not."]}
            """
        let log = WatchLog(Array(line.utf8))
        #expect(log.observations.map(\.line) == [line])
        #expect(log.observations.first?.source == .article("page"))
    }

    @Test("a merge by union leaves lines twice and out of order, and neither matters")
    func isMerged() throws {
        let lines = (1...3).map { day in
            #"{"at":"2026-11-0\#(day)T10:00:00Z","source":"page","url":"u","outcome":"same"}"#
        }
        let merged = [lines[2], lines[0], lines[2], lines[1], ""].joined(separator: "\n")
        #expect(WatchLog(Array(merged.utf8)).observations.map(\.line) == lines)
    }

    @Test("what is no observation is a problem with its place")
    func reportsProblems() {
        let log = WatchLog(Array("<<<<<<< HEAD\n{}\n".utf8))
        #expect(log.observations.isEmpty)
        #expect(log.problems.map(\.range) == [0..<12, 13..<15])
    }
}
