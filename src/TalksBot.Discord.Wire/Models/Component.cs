using System.Text.Json.Serialization;

namespace TalksBot.Discord.Wire.Models;

/// <summary>Something to press, pick or fill in (discord.md §4).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ActionRow), 1)]
[JsonDerivedType(typeof(Button), 2)]
[JsonDerivedType(typeof(StringSelect), 3)]
[JsonDerivedType(typeof(TextInput), 4)]
[JsonDerivedType(typeof(ModalLabel), 18)]
public abstract record Component
{
    private protected Component()
    {
    }
}

/// <summary>Up to five buttons, or exactly one select (discord.md §4).</summary>
public sealed record ActionRow(params IReadOnlyList<Component> Components) : Component;

/// <summary>A button: <c>CustomId</c> (100 characters) unless it is a link, which has a <c>Url</c> (512) instead (discord.md §4).</summary>
public sealed record Button(
    ButtonStyle Style, string Label, string? CustomId = null, string? Url = null, bool? Disabled = null) : Component;

/// <summary>How a button looks; a link sends no interaction (discord.md §4).</summary>
public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
    Link = 5,
}

/// <summary>One line of a menu; every text 100 characters at most (discord.md §4).</summary>
public sealed record SelectOption(string Label, string Value, string? Description = null, bool? Default = null);

/// <summary>A menu of 1–25 options (discord.md §4).</summary>
public sealed record StringSelect(
    string CustomId,
    IReadOnlyList<SelectOption> Options,
    string? Placeholder = null,
    int? MinValues = null,
    int? MaxValues = null,
    bool? Disabled = null) : Component;

/// <summary>A text box of a modal, inside a <see cref="ModalLabel"/> (discord.md §4).</summary>
public sealed record TextInput(
    string CustomId,
    TextInputStyle Style,
    string? Value = null,
    string? Placeholder = null,
    bool? Required = null,
    int? MinLength = null,
    int? MaxLength = null) : Component;

/// <summary>One line or several (discord.md §4).</summary>
public enum TextInputStyle
{
    SingleLine = 1,
    Paragraph = 2,
}

/// <summary>A form: id 100, title 45 characters, one to five labels (discord.md §4).</summary>
public sealed record Modal(string CustomId, string Title, params IReadOnlyList<Component> Components);

/// <summary>Captions one input of a modal: label 45, description 100 characters (discord.md §4).</summary>
public sealed record ModalLabel(string Label, Component Component, string? Description = null) : Component;
