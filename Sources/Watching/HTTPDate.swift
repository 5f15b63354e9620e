import WARC

extension WARCDate {
    private static let months = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10,
        "nov": 11, "dec": 12,
    ]

    /// Reads the date of a header field: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
    package init?(http text: String) {
        let parts = text.split { $0 == " " || $0 == "," || $0 == "-" }
        guard parts.count >= 5, let day = Int(parts[1]), let month = Self.months[parts[2].lowercased()],
            let year = Int(parts[3]), (1...9999).contains(year), (1...31).contains(day)
        else { return nil }
        func padded(_ number: Int, _ width: Int) -> String {
            String(repeating: "0", count: max(width - "\(number)".count, 0)) + "\(number)"
        }
        self.init("\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(parts[4])Z")
    }
}
