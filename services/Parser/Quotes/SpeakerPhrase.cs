namespace Ingest.Parser.Quotes;

/// <summary>Who a clause says has spoken.</summary>
/// <param name="Name">As written, without titles; null for a pronoun.</param>
/// <param name="Gender">m or f of the pronoun or title; null when not said.</param>
/// <param name="Verb">As written; null after "according to".</param>
/// <param name="At">Where the name or pronoun stands.</param>
/// <param name="First">Whether the name is one word that opens its sentence, where every word has a capital.</param>
internal readonly record struct SpeakerPhrase(string? Name, char? Gender, string? Verb, int At, bool First = false);
