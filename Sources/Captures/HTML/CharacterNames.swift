/// The names of characters in HTML, such as `&eacute;` (HTML Standard, section 13.5).
enum CharacterNames {
    /// What a name between `&` and `;` stands for; nil for a name that there is not.
    static func text(of name: String) -> String? { all[name] }

    /// The length of the longest name that needs no semicolon and begins some bytes, with what it stands for.
    static func legacy(_ bytes: ArraySlice<UInt8>) -> (length: Int, meaning: String)? {
        for length in stride(from: min(6, bytes.count), to: 1, by: -1) {
            let name = String(decoding: bytes.prefix(length), as: UTF8.self)
            if withoutSemicolon.contains(name), let text = all[name] { return (length, text) }
        }
        return nil
    }

    private static let all: [String: String] = {
        var all: [String: String] = [:]
        for half in [firstHalf, secondHalf] {
            for entry in half.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
                let parts = entry.split(separator: " ")
                guard parts.count == 2 else { continue }
                let scalars = parts[1].split(separator: "+").compactMap { digits in
                    UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
                }
                all[String(parts[0])] = String(String.UnicodeScalarView(scalars))
            }
        }
        return all
    }()

    private static let withoutSemicolon: Set<String> = Set(
        """
        AElig;AMP;Aacute;Acirc;Agrave;Aring;Atilde;Auml;COPY;Ccedil;ETH;Eacute;Ecirc;Egrave;Euml;GT;Iacute;Icirc
        Igrave;Iuml;LT;Ntilde;Oacute;Ocirc;Ograve;Oslash;Otilde;Ouml;QUOT;REG;THORN;Uacute;Ucirc;Ugrave;Uuml
        Yacute;aacute;acirc;acute;aelig;agrave;amp;aring;atilde;auml;brvbar;ccedil;cedil;cent;copy;curren;deg
        divide;eacute;ecirc;egrave;eth;euml;frac12;frac14;frac34;gt;iacute;icirc;iexcl;igrave;iquest;iuml;laquo
        lt;macr;micro;middot;nbsp;not;ntilde;oacute;ocirc;ograve;ordf;ordm;oslash;otilde;ouml;para;plusmn;pound
        quot;raquo;reg;sect;shy;sup1;sup2;sup3;szlig;thorn;times;uacute;ucirc;ugrave;uml;uuml;yacute;yen;yuml
        """
        .split(whereSeparator: { $0 == ";" || $0 == "\n" }).map(String.init)
    )
}
