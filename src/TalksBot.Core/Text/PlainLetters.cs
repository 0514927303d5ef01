using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace TalksBot.Core.Text;

/// <summary>Latin letters without their marks: "São Paulo" and "Sao Paulo" name one place.</summary>
/// <remarks>
/// As the canonical decompositions of Unicode's Latin blocks say it (U+00C0–U+024F, U+1E00–U+1EFF). They stand here so that nothing needs
/// the machine's ICU library, which the runtime would ask for them.
/// </remarks>
public static class PlainLetters
{
    /// <summary>A line a letter: the plain one first, and then all that are it with a mark.</summary>
    private const string Lines =
        """
        AÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ
        BḂḄḆ
        CÇĆĈĊČḈ
        DĎḊḌḎḐḒ
        EÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ
        FḞ
        GĜĞĠĢǦǴḠ
        HĤȞḢḤḦḨḪ
        IÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ
        JĴ
        KĶǨḰḲḴ
        LĹĻĽḶḸḺḼ
        MḾṀṂ
        NÑŃŅŇǸṄṆṈṊ
        OÒÓÔÕÖŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ
        PṔṖ
        RŔŖŘȐȒṘṚṜṞ
        SŚŜŞŠȘṠṢṤṦṨ
        TŢŤȚṪṬṮṰ
        UÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ
        VṼṾ
        WŴẀẂẄẆẈ
        XẊẌ
        YÝŶŸȲẎỲỴỶỸ
        ZŹŻŽẐẒẔ
        """;

    private static readonly FrozenDictionary<char, char> _plain = Lines.Split('\n')
        .SelectMany(line => line.Trim().Skip(1).Select(marked => KeyValuePair.Create(marked, line.Trim()[0])))
        .ToFrozenDictionary();

    /// <summary>The text in capitals and without marks, whether these stand in a letter or after it.</summary>
    public static string Capitals(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.ToUpperInvariant().Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(_plain.GetValueOrDefault(letter, letter));
        }

        return plain.ToString();
    }
}
