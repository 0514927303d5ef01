using System.Text;
using ScottPlot;
using SkiaSharp;

namespace TalksBot.Features.Pictures;

/// <summary>The letters that the program brings along, DejaVu Sans, so that pictures look the same on every machine.</summary>
internal sealed class SheetFont : IFontResolver
{
    private const string Own = "TalksBot DejaVu Sans";

    private static readonly SKTypeface _usual = Load("DejaVuSans.ttf");
    private static readonly SKTypeface _bold = Load("DejaVuSans-Bold.ttf");

    private static readonly SKFont _letters = new(_usual);

    private SheetFont()
    {
    }

    /// <summary>The name of a font that has the letters of the text: our own, or for other scripts the machine's.</summary>
    public static string For(string text)
    {
        if (!Fonts.FontResolvers.OfType<SheetFont>().Any())
        {
            Fonts.FontResolvers.Insert(0, new SheetFont());
        }

        return text.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || _letters.GetGlyph(rune.Value) != 0) ? Own : Fonts.Detect(text);
    }

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        CreateTypeface(fontName, weight >= FontWeight.SemiBold, italic: false);

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic)
    {
        var known = bold ? _bold : _usual;
        return fontName == Own ? known : null;
    }

    private static SKTypeface Load(string file)
    {
#pragma warning disable MA0045 // A part of the program: nothing is waited for.
        using var stream = typeof(SheetFont).Assembly.GetManifestResourceStream(file)!;
#pragma warning restore MA0045
        return SKTypeface.FromStream(stream);
    }
}
