import Addresses

/// Words for places in media.
extension Catalogue {
    /// The words for a place in a recording or a document: `t=75` is "at 1:15", and `page=3` is "page 3".
    /// - Parameter locator: the place as a record names it; it is taken as it is where it names neither.
    func place(inMedium locator: String) -> String {
        let parts = (Links.mediaFragment(locator) ?? "").split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { return locator }
        if parts[0] == "page" { return text("media.page", ["page": String(parts[1])]) }
        let start = parts[1].split(separator: ",", omittingEmptySubsequences: false)[0]
        guard let time = Self.time(start) else { return locator }
        return text("media.at", ["time": time])
    }

    /// A time in hours, minutes and seconds, from the seconds of a fragment; nil where they are none.
    private static func time(_ typed: Substring) -> String? {
        if typed.contains(":") { return String(typed) }
        guard let seconds = Double(typed), (0..<360_000).contains(seconds) else { return nil }
        let whole = Int(seconds)
        let (hours, minutes) = (whole / 3600, whole / 60 % 60)
        let end = padded(whole % 60)
        return hours == 0 ? "\(minutes):\(end)" : "\(hours):\(padded(minutes)):\(end)"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
