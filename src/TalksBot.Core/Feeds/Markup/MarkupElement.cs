using System.Text;

namespace TalksBot.Core.Feeds.Markup;

/// <summary>An element of a document that was read with patience. Its text is read when it is asked for.</summary>
internal sealed class MarkupElement
{
    private readonly string _source;
    private readonly int _begins;
    private List<MarkupElement>? _children;

    /// <param name="source">The document.</param>
    /// <param name="parent">What it stands in; null for the root.</param>
    /// <param name="tag">Its name with its prefix, as written.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <param name="begins">Where what it holds begins.</param>
    public MarkupElement(string source, MarkupElement? parent, string tag, IReadOnlyList<KeyValuePair<string, string>> attributes, int begins)
    {
        (_source, Parent, Attributes, _begins, Ends) = (source, parent, attributes, begins, begins);
        var colon = tag.IndexOf(':', StringComparison.Ordinal);
        Prefix = colon < 0 ? "" : tag[..colon].ToLowerInvariant();
        Name = tag[(colon + 1)..].ToLowerInvariant();
        Declared = attributes.Count == 0 ? 0 : attributes.Count(attribute => attribute.Key.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase));
        Scope = Declared > 0 || parent is null ? this : parent.Scope;

        // Most elements stand beside others of their prefix.
        Vocabulary = parent?._children is [.., { Declared: 0 } beside] && Declared == 0 && Prefix.Length > 0 && beside.Prefix == Prefix ? beside.Vocabulary : Vocabularies.Of(this);
    }

    public MarkupElement? Parent { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; }

    /// <summary>How many prefixes it declares.</summary>
    public int Declared { get; }

    /// <summary>The nearest that declares prefixes, itself included; else the root.</summary>
    public MarkupElement Scope { get; }

    /// <summary>What stands before the colon, in small letters; empty for none.</summary>
    public string Prefix { get; }

    /// <summary>Its name without a prefix, in small letters.</summary>
    public string Name { get; }

    /// <summary>Whose word its name is.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Where what it holds ends.</summary>
    public int Ends { get; set; }

    /// <summary>What addresses in it are relative to; null until that was worked out.</summary>
    public Uri? Root { get; set; }

    public IReadOnlyList<MarkupElement> Children => _children ?? (IReadOnlyList<MarkupElement>)[];

    /// <summary>What it holds, as it is written.</summary>
    public ReadOnlySpan<char> Inner => _source.AsSpan(_begins, Ends - _begins);

    public void Add(MarkupElement child) => (_children ??= []).Add(child);

    /// <summary>The value of an attribute, whatever its prefix; null for none.</summary>
    public string? Attribute(string name)
    {
        foreach (var (known, value) in Attributes)
        {
            if (known.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (known.Length == name.Length || known[^(name.Length + 1)] == ':'))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The first child of such a name; null for none.</summary>
    public MarkupElement? Child(Vocabulary vocabulary, string name) =>
        _children?.Find(child => child.Vocabulary == vocabulary && child.Name == name);

    /// <summary>The letters that stand in it outside of tags, its own and its children's, with entities resolved.</summary>
    /// <param name="most">So much of what it holds is read.</param>
    public string Text(int most = 2_000)
    {
        var text = new StringBuilder();
        var inner = Inner[..Math.Min(Inner.Length, most)];
        while (inner.Length > 0)
        {
            var tag = inner.IndexOf('<');
            Entities.Resolve(tag < 0 ? inner : inner[..tag], text);
            if (tag < 0)
            {
                break;
            }

            inner = inner[tag..];
            inner = inner[MarkupReader.Skip(inner, out var raw)..];
            text.Append(raw);
        }

        return text.ToString();
    }
}
