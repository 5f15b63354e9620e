/// What a capture takes, and how much of it at most.
package struct CaptureSettings: Sendable {
    /// Whether the page's parts are fetched: style sheets, pictures, scripts, frames.
    package var takesRequisites = true
    /// Whether the page is fetched a second time, to learn which of its blocks change by themselves.
    package var takesBaseline = true
    /// The most parts that are fetched.
    package var requisiteLimit = 128
    /// The most bytes that a capture may have, bodies and headers as sent.
    package var byteLimit = 256 * 1024 * 1024
    /// The newsroom's name, which stands in each file.
    package let operatorName: String
    /// The program with its version.
    package let software: String

    /// Makes the usual settings.
    package init(operatorName: String, software: String) {
        self.operatorName = operatorName
        self.software = software
    }
}
