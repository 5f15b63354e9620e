import Testing

@testable import Importing

struct TableTests {
    private static let csv = """
        claim;speaker;date of claim;rating;url;extra
        "It rains; ""always"".";Ann;2024-01-02;Rating: False;https://f.example/1;x
        "Two
        lines";Bob;3/4/2018;True;not an address;
        ;Nobody;2024;False;;y

        Short;Cy
        """

    @Test("A table is unmapped until a person names its columns, and names are proposed")
    func proposal() throws {
        let file = try ImportFixture.read(Self.csv, "tips.csv")
        guard case .unmapped(let table) = file.content else {
            Issue.record("it should be a table")
            return
        }
        #expect(table.columns == ["claim", "speaker", "date of claim", "rating", "url", "extra"])
        let map = ColumnMap(proposedFor: table)
        #expect(
            map.columns == [.words: "claim", .who: "speaker", .ruling: "rating", .rulingURL: "url"]
        )
    }

    @Test("With a map, rows become items, and every loss is named")
    func rows() throws {
        let map = ColumnMap(
            columns: [
                .words: "claim", .who: "speaker", .made: "date of claim", .ruling: "rating",
                .rulingURL: "url",
            ]
        )
        let file = try ImportFixture.read(Self.csv, "tips.csv", map: map)
        #expect(file.items.map(\.words) == ["It rains; \"always\".", "Two lines", "Short"])
        #expect(file.items.map(\.made) == ["2024-01-02", nil, nil])
        #expect(file.items.first?.rulings.first?.rating == "False")
        #expect(
            file.counts == [
                "ambiguous-date": 1, "no-words": 1, "not-kept": 2, "label-with-prefix": 1,
                "unusable-address": 1, "no-address": 1, "broken-table": 1,
            ]
        )
    }

    @Test("JSON Lines and lists of objects are tables, too; inner objects have names with a dot")
    func json() throws {
        for text in [
            "{\"claim\":\"A.\",\"by\":{\"name\":\"F\"},\"tags\":[\"x\",\"y\"]}\n{\"claim\":\"B.\",\"n\":1.5}",
            "[{\"claim\":\"A.\",\"by\":{\"name\":\"F\"},\"tags\":[\"x\",\"y\"]},{\"claim\":\"B.\",\"n\":1.5}]",
        ] {
            guard case .unmapped(let table) = try ImportFixture.read(text).content else {
                Issue.record("it should be a table")
                return
            }
            #expect(table.columns == ["claim", "by.name", "tags", "n"])
            #expect(table.rows == [["A.", "F", "x y"], ["B.", "", "", "1.5"]])
        }
    }

    @Test("A map that names what is not there is refused")
    func unknownColumns() {
        #expect(throws: ImportedFile.Problem.unknownColumns(["clam"], known: ["claim", "who"])) {
            try ImportFixture.read("claim,who\na,b", "x.csv", map: ColumnMap(columns: [.words: "clam"]))
        }
    }
}
