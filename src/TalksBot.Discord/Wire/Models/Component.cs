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
