using System.Text.Json.Serialization;
using TalksBot.Discord.Wire.Gateway;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire;

/// <summary>How everything here is written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(CurrentApplication))]
[JsonSerializable(typeof(DirectDraft))]
[JsonSerializable(typeof(DiscordUser))]
[JsonSerializable(typeof(DiscordMember))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(ActiveThreads))]
[JsonSerializable(typeof(DiscordMessage))]
[JsonSerializable(typeof(IReadOnlyList<DiscordMessage>))]
[JsonSerializable(typeof(IReadOnlyList<DiscordGuild>))]
[JsonSerializable(typeof(IReadOnlyList<DiscordChannel>))]
[JsonSerializable(typeof(IReadOnlyList<DiscordRole>))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(PinPage))]
[JsonSerializable(typeof(MessageDraft))]
[JsonSerializable(typeof(MessageEdit))]
[JsonSerializable(typeof(ThreadDraft))]
[JsonSerializable(typeof(ThreadEdit))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionCallback<MessageDraft>))]
[JsonSerializable(typeof(InteractionCallback<MessageEdit>))]
[JsonSerializable(typeof(InteractionCallback<AutocompleteChoices>))]
[JsonSerializable(typeof(InteractionCallback<Modal>))]
[JsonSerializable(typeof(GatewayFrame))]
[JsonSerializable(typeof(HelloData))]
[JsonSerializable(typeof(ReadyData))]
[JsonSerializable(typeof(GatewayCommand<IdentifyData>))]
[JsonSerializable(typeof(GatewayCommand<ResumeData>))]
[JsonSerializable(typeof(HeartbeatCommand))]
internal sealed partial class WireJson : JsonSerializerContext;
