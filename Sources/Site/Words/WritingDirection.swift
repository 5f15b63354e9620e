/// The writing direction of a language: the value of HTML's `dir`.
///
/// It follows from the script: the one in the language tag (BCP 47), or else the likely one of language and region.
package enum WritingDirection: String, Sendable {
    /// From left to right.
    case leftToRight = "ltr"
    /// From right to left.
    case rightToLeft = "rtl"

    /// The direction of a language: `he`, `az-Arab`, `pa-PK`.
    package init(ofLanguage tag: String) {
        let subtags = tag.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
        self = Self.isFromRight(subtags) ? .rightToLeft : .leftToRight
    }

    private static func isFromRight(_ subtags: [String]) -> Bool {
        guard let language = subtags.first else { return false }
        // Subtags after a single letter or digit are extensions or private use (RFC 5646, section 2.2.6).
        let rest = subtags.dropFirst().prefix { $0.utf8.count > 1 }
        if let script = rest.first(where: isScript) { return ScriptData.scripts.contains(script) }
        // In `ar-arz` the extended language subtag is the language.
        let extended = rest.prefix(while: isExtendedLanguage).first
        let region = rest.first(where: isRegion).map { "\(extended ?? language)-\($0)" } ?? ""
        if ScriptData.regionsFromRight.contains(region) { return true }
        if ScriptData.regionsFromLeft.contains(region) { return false }
        return ScriptData.languages.contains(extended ?? language) || ScriptData.languages.contains(language)
    }

    private static func isScript(_ subtag: String) -> Bool {
        subtag.utf8.count == 4 && subtag.utf8.allSatisfy { $0 >= UInt8(ascii: "a") }
    }

    private static func isExtendedLanguage(_ subtag: String) -> Bool {
        subtag.utf8.count == 3 && subtag.utf8.allSatisfy { $0 >= UInt8(ascii: "a") }
    }

    private static func isRegion(_ subtag: String) -> Bool {
        subtag.utf8.count == 2 || subtag.utf8.count == 3 && subtag.utf8.allSatisfy { $0 < UInt8(ascii: "a") }
    }
}

/// Scripts from right to left, and the languages that likely use one. Scripts are ISO 15924 codes, chosen by Unicode's
/// bidirectional classes R and AL; likely scripts are from CLDR's `likelySubtags`.
private enum ScriptData {
    static let scripts = set(
        """
        adlm arab aran armi avst chrs cprt elym gara hatr hebr hung khar lydi mand mani mend merc mero narb
        nbat nkoo orkh ougr palm phli phlp phnx prti rohg samr sarb sidt sogd sogo syrc syre syrj syrn thaa
        todr yezi
        """
    )

    static let languages = set(
        """
        aao abh abv acm acq acw acx adf ae aeb aec aee aeq afb aib aii aij aiq amw apc apd ar arc arq ars
        ary arz ask atn auj auz avd avl ayh ayl ayn ayp azb bal bdz bej bft bgn bgp bhe bhm bhn bjf bjm bqi
        brh brk bsh bsk chg cja ckb clh czk dcc def deh dgl dmk dml dv ecy esh fa fay faz fia fub gbz ggg
        gha ghr gig gjk gju glh glk grr gwc gwf gwt gzi hac haz hbo he hkh hnd hno hoh hrt hrz hss huy isk
        itk iw jad jat jbe jbn jdg ji jnd jog jpa jpr jrb jye kbu kby kcy kfm khw klj kmz kqd ks ktl kvx kxp
        lad lah lhs lki lrc lrk lrl lsa lsd lss luv luz mby mde mey mfa mfi mhj mid mki mnj mve mvy myz mzb
        mzn nli nlm nqo ntz nyq oar obm odk omy oru ota otk oui pal pbt pgd phl phn phr phv plk prc prd prx
        ps psh psi pst qxq rdb rhg rmt sam sbn scl sd sdb sdf sdg sdh sds sgr sgy shd shm shu shv siy siz
        skr smp smy sog sqo sqt srh srz ssh sts swb syc syn syr tjo tks tmr tov tra trg trm trw ug ur ush
        uzs vaf vgr vmh wbk wne wni wsv xco xhe xka xkc xkj xkp xld xly xmn xmr xna xpr xsa xsd xvi ydg yhd
        yi yih yud zba zdj zrp zum
        """
    )

    /// Language and region pairs from right to left, against the language's usual direction.
    static let regionsFromRight = set(
        "az-iq az-ir ha-cm ha-sd kk-af kk-cn kk-ir kk-mn ku-iq ku-ir ku-lb ky-cn ms-cc pa-pk tg-pk uz-af"
    )
    /// Language and region pairs from left to right, against the language's usual direction.
    static let regionsFromLeft = set("mey-sn sd-in ug-kz ug-mn")

    private static func set(_ words: String) -> Set<String> {
        Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
