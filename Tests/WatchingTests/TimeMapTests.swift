import Testing
import WARC
import Watching

@Suite("Lists of archived copies")
struct TimeMapTests {
    private static let list = """
        <http://a.example/>;rel="original",
        <http://archive.example/timemap/link/http://a.example/>; rel="self"; type="application/link-format"; from="Tue, 20 Jun 2000 18:02:59 GMT",
        <http://archive.example/timegate/http://a.example/>; rel="timegate",
        <http://archive.example/timemap/2/link/http://a.example/>; rel="timemap"; from="Wed, 21 Jun 2000 04:41:56 GMT",
        <http://archive.example/20000620180259/http://a.example/?b=1,2>; rel="first memento"; datetime="Tue, 20 Jun 2000 18:02:59 GMT",
        <http://archive.example/20091027204954/http://a.example/>; rel="last memento"; datetime="Tue, 27 Oct 2009 20:49:54 GMT",
        <http://archive.example/broken>; rel="memento"; datetime="yesterday"
        """

    @Test("name each copy with its time, and further lists")
    func reads() {
        let map = TimeMap(Array(Self.list.utf8))
        #expect(map.mementos.map(\.date.digits) == ["20000620180259", "20091027204954"])
        #expect(
            map.mementos.first?.address == "http://archive.example/20000620180259/http://a.example/?b=1,2"
        )
        #expect(map.pages == ["http://archive.example/timemap/2/link/http://a.example/"])
    }

    @Test("give the copies around a time")
    func findsNearest() throws {
        let map = TimeMap(Array(Self.list.utf8))
        let date = try #require(WARCDate("2005-01-01T00:00:00Z"))
        #expect(map.nearest(to: date).before?.date.day == "2000-06-20")
        #expect(map.nearest(to: date).after?.date.day == "2009-10-27")
        let early = try #require(WARCDate("1999-01-01T00:00:00Z"))
        #expect(map.nearest(to: early).before == nil)
        let exact = try #require(WARCDate("2000-06-20T18:02:59Z"))
        #expect(map.nearest(to: exact).before?.date.day == "2000-06-20")
    }

    @Test(
        "may be anything",
        arguments: ["", "<", "<a", "<a>;", "<a>; rel", "<a>; rel=\"", ",,,<a>;;;=", "{}"]
    )
    func survives(text: String) {
        #expect(TimeMap(Array(text.utf8)).mementos.isEmpty)
    }

    @Test(
        "have dates as HTTP writes them",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
            ("Sat, 28 Nov 2026 12:00:00 GMT", "2026-11-28T12:00:00Z"),
        ]
    )
    func readsDates(text: String, time: String) {
        #expect(WARCDate(http: text)?.seconds == time)
        #expect(WARCDate(http: "28 Nov") == nil)
        #expect(WARCDate(http: "Sat, 99 Nov 2026 12:00:00 GMT") == nil)
    }
}
