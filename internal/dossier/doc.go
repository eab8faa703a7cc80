// Package dossier is the 卷宗: one application's whole file as one zip that proves itself offline. It is pure: the centre gathers what a
// reader may see, this package writes it and, on a machine that has nothing else, checks it.
//
// # The file
//
// manifest.json comes first and names every other file in its order with size and SHA-256; its own SHA-256 is the dossier's digest, kept
// in the application's audit stream before the first byte leaves. Texts are deflated; kept files (附件, 核查照片) are stored, so that
// nothing large can hide in something small. There is no zip64, no comment, no attribute, no gap: but for the bits that deflate leaves
// unused, every byte of a dossier is accounted for.
//
// # What a check proves
//
// Files against manifest, snapshots against the steps and the audit stream, the proposal against the snapshot in force, kept files against
// the document that names them, the ranking against its digest and its own arithmetic. Whoever rebuilds all of it consistently is found out
// only by the manifest's digest, which the server has on record: no key signs a dossier, and none is pretended.
//
// The manifest carries a nonce. Its digest stands in audit streams that people may read who may not see every part; without the nonce they
// could try scores against it.
package dossier
