--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: access_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.access_keys (
    account_id bigint NOT NULL,
    access_key_id text NOT NULL COLLATE pg_catalog."C",
    sealed_secret text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL
);


--
-- Name: accounts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts (
    account_id bigint NOT NULL,
    created_at_us bigint NOT NULL
);


--
-- Name: catalogues; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.catalogues (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    images bigint NOT NULL,
    families bigint NOT NULL
);


--
-- Name: client_tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.client_tokens (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    client_token text NOT NULL COLLATE pg_catalog."C",
    parameters text NOT NULL COLLATE pg_catalog."C",
    answer text NOT NULL COLLATE pg_catalog."C",
    expires_at_us bigint NOT NULL
);


--
-- Name: disks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.disks (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    disk_id text NOT NULL COLLATE pg_catalog."C",
    instance_id text COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    size_gib bigint NOT NULL
);


--
-- Name: head_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.head_log (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    family text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    image_id text COLLATE pg_catalog."C",
    changed_at_us bigint NOT NULL,
    action text NOT NULL COLLATE pg_catalog."C",
    request_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_instances; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_instances (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    user_id bigint NOT NULL,
    instance_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_shares; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_shares (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    shared_with bigint NOT NULL,
    shared_at_us bigint NOT NULL
);


--
-- Name: image_snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_snapshots (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    snapshot_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_tag_counts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_tag_counts (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    tag_key text NOT NULL COLLATE pg_catalog."C",
    tag_value text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    images bigint NOT NULL
);


--
-- Name: images; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.images (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    created_at_us bigint NOT NULL,
    deleted_at_us bigint,
    name text NOT NULL COLLATE pg_catalog."C",
    family text COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    version text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    failure text NOT NULL COLLATE pg_catalog."C",
    progress bigint NOT NULL,
    origin text NOT NULL COLLATE pg_catalog."C",
    architecture text NOT NULL COLLATE pg_catalog."C",
    os_type text NOT NULL COLLATE pg_catalog."C",
    platform text NOT NULL COLLATE pg_catalog."C",
    os_name_zh text COLLATE pg_catalog."C",
    os_name_en text COLLATE pg_catalog."C",
    boot_mode text COLLATE pg_catalog."C",
    license_type text COLLATE pg_catalog."C",
    imds_support text NOT NULL COLLATE pg_catalog."C",
    nvme_support text COLLATE pg_catalog."C",
    resource_group_id text NOT NULL COLLATE pg_catalog."C",
    is_public bigint NOT NULL,
    share_count bigint NOT NULL,
    instance_count bigint NOT NULL,
    disks text NOT NULL COLLATE pg_catalog."C",
    tags text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: instances; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.instances (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    instance_id text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    image_owner_id bigint,
    image_id text COLLATE pg_catalog."C"
);


--
-- Name: nonces; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.nonces (
    account_id bigint NOT NULL,
    access_key_id text NOT NULL COLLATE pg_catalog."C",
    nonce text NOT NULL COLLATE pg_catalog."C",
    expires_at_us bigint NOT NULL
);


--
-- Name: object_removals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.object_removals (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    bucket text NOT NULL COLLATE pg_catalog."C",
    object text NOT NULL COLLATE pg_catalog."C",
    due_at_us bigint NOT NULL,
    task_id text COLLATE pg_catalog."C"
);


--
-- Name: refinery_schema_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.refinery_schema_history (
    version integer NOT NULL,
    name character varying(255),
    applied_on character varying(255),
    checksum character varying(255)
);


--
-- Name: shared_images; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.shared_images (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    owner_id bigint NOT NULL,
    image_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.snapshots (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    snapshot_id text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    status text NOT NULL COLLATE pg_catalog."C",
    source_disk text NOT NULL COLLATE pg_catalog."C",
    size_gib bigint NOT NULL,
    bytes_path text COLLATE pg_catalog."C",
    bytes_length bigint,
    bytes_sha256 text COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    retention_days bigint,
    resource_group_id text NOT NULL COLLATE pg_catalog."C",
    disk_id text COLLATE pg_catalog."C",
    copied_region_id text COLLATE pg_catalog."C",
    copied_snapshot_id text COLLATE pg_catalog."C",
    copied_path text COLLATE pg_catalog."C",
    copied_length bigint,
    copied_sha256 text COLLATE pg_catalog."C",
    tags text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: tags; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tags (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    resource_type text NOT NULL COLLATE pg_catalog."C",
    resource_id text NOT NULL COLLATE pg_catalog."C",
    tag_key text NOT NULL COLLATE pg_catalog."C",
    tag_value text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    sequence bigint NOT NULL
);


--
-- Name: tasks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tasks (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    task_id text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    ready_at_us bigint NOT NULL,
    finished_at_us bigint,
    due_at_us bigint NOT NULL,
    lease_owner text COLLATE pg_catalog."C",
    progress bigint NOT NULL,
    attempts bigint NOT NULL,
    failure text NOT NULL COLLATE pg_catalog."C",
    source_region_id text COLLATE pg_catalog."C",
    source_image_id text COLLATE pg_catalog."C",
    export_bucket text COLLATE pg_catalog."C",
    export_prefix text COLLATE pg_catalog."C",
    export_format text COLLATE pg_catalog."C"
);


--
-- Data for Name: access_keys; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.access_keys (account_id, access_key_id, sealed_secret, status, created_at_us) FROM stdin;
1234567890123456	testid	959def3571ff51b911a93e3a1c5b0d7766b397477030e74782c467b00e46cd332172397ff894	Active	1795555937377196
6543210987654321	otherid	a87c6fc9c5ec604e57766410bcdc19a597c68f05ad91533270e88458a1e8c2bd8bf193fd58bf03	Active	1795555937474362
\.


--
-- Data for Name: accounts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts (account_id, created_at_us) FROM stdin;
1234567890123456	1795555937377196
6543210987654321	1795555937474362
\.


--
-- Data for Name: catalogues; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.catalogues (account_id, region_id, sequence, images, families) FROM stdin;
0	cn-hangzhou	3	1	1
1234567890123456	cn-beijing	5	1	0
1234567890123456	cn-hangzhou	63	8	3
\.


--
-- Data for Name: client_tokens; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.client_tokens (account_id, region_id, action, client_token, parameters, answer, expires_at_us) FROM stdin;
1234567890123456	cn-hangzhou	CreateImage	made-1	e2fee5ded051b2e0d9d41fcad7b8d3bb1b81f98fcc6cb6ec783913fe05a27cb1	{"ImageId":"m-aek1kyv0aamupltuu2vi"}	1795642337658098
1234567890123456	cn-hangzhou	CreateImage	made-2	a936f975092701726cab8bc2ebaf1f6f498cd7405d466c1dee2ee61997dde125	{"ImageId":"m-zdq9lmikanqyjwmpmtsb"}	1795642337661048
1234567890123456	cn-hangzhou	CreateImage	made-3	284d765b53a1e41064bb32b2fcca171cf3cebcfc329baa237c38be164b4d84d1	{"ImageId":"m-xs3i5kerjczacx0immov"}	1795642337662703
\.


--
-- Data for Name: disks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.disks (account_id, region_id, disk_id, instance_id, kind, size_gib) FROM stdin;
1234567890123456	cn-hangzhou	d-golden-system	i-golden	system	40
\.


--
-- Data for Name: head_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.head_log (account_id, region_id, family, revision, image_id, changed_at_us, action, request_id) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64	1	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1795555937475226	ApplyFixtures	05F42883-0B4E-4076-982E-9A34145EA62C
1234567890123456	cn-hangzhou	base	8	m-h5ois8m4ecolxvtaz00q	1795555937539439	ModifyImageAttribute	B1F4CD64-B2C5-44AD-8656-02F8EF8DEB21
1234567890123456	cn-hangzhou	base	14	m-bymrde90did8dy0ml5zb	1795555937577709	ModifyImageAttribute	D78B41F2-2627-4601-98CB-3CEA878AB2A3
1234567890123456	cn-hangzhou	base	20	m-gvvimwwuqys0khtq9e20	1795555937607390	ModifyImageAttribute	0899817B-7F00-4914-ABEA-765A5F8CF547
1234567890123456	cn-hangzhou	base	21	m-bymrde90did8dy0ml5zb	1795555937609805	ModifyImageAttribute	E7B9E421-264D-433B-B6A7-71AEB3AE53BF
1234567890123456	cn-hangzhou	base	45	m-h5ois8m4ecolxvtaz00q	1795555937837086	DeleteImage	326E68BD-24ED-4BEB-93AA-0F48AA1FF64F
1234567890123456	cn-hangzhou	made	27	m-aek1kyv0aamupltuu2vi	1795555937658098	CreateImage	920D779E-6084-417F-962D-B2762CBE21D7
1234567890123456	cn-hangzhou	made	28	m-zdq9lmikanqyjwmpmtsb	1795555937661048	CreateImage	AFA76876-CCA2-4535-934D-F4BEBDA9F91E
1234567890123456	cn-hangzhou	made	29	m-xs3i5kerjczacx0immov	1795555937662703	CreateImage	EB9B053E-D10F-4003-8BE6-C2E8FDBF2842
1234567890123456	cn-hangzhou	made	30	m-zdq9lmikanqyjwmpmtsb	1795555937665878	DeleteImage	25A2A5F4-9D7F-4662-965A-B85AE65DADE5
\.


--
-- Data for Name: image_instances; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_instances (account_id, region_id, image_id, user_id, instance_id) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1234567890123456	i-golden
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	6543210987654321	i-of-the-system
1234567890123456	cn-hangzhou	m-bymrde90did8dy0ml5zb	1234567890123456	i-orphan
1234567890123456	cn-hangzhou	m-h5ois8m4ecolxvtaz00q	1234567890123456	i-own
1234567890123456	cn-hangzhou	m-h5ois8m4ecolxvtaz00q	6543210987654321	i-others
\.


--
-- Data for Name: image_shares; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_shares (account_id, region_id, image_id, shared_with, shared_at_us) FROM stdin;
1234567890123456	cn-hangzhou	m-aek1kyv0aamupltuu2vi	0	1795555937721765
1234567890123456	cn-hangzhou	m-h5ois8m4ecolxvtaz00q	6543210987654321	1795555937713750
\.


--
-- Data for Name: image_snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_snapshots (account_id, region_id, snapshot_id, image_id) FROM stdin;
1234567890123456	cn-beijing	s-x1lb1gqljusiskhshdg8	m-lvn6d1ufkyntmue6r6vc
1234567890123456	cn-hangzhou	s-2ro1dijj4s233lbebyyx	m-6w0u9y2ef69ghlual9yu
1234567890123456	cn-hangzhou	s-4cwqufr4k7n1p3qoypa2	m-sg8aob05rctl78h0cbyj
1234567890123456	cn-hangzhou	s-bv5bj4rlt1c7l6gy99bg	m-gvvimwwuqys0khtq9e20
1234567890123456	cn-hangzhou	s-hol45x60i7g6a6nipuhr	m-h5ois8m4ecolxvtaz00q
1234567890123456	cn-hangzhou	s-o2az0k94kihw92bhehy3	m-5h5lgzqhtv78xfzz56z4
1234567890123456	cn-hangzhou	s-o2az0k94kihw92bhehy3	m-97dftcn63uabtfwwp2ue
1234567890123456	cn-hangzhou	s-o2az0k94kihw92bhehy3	m-aek1kyv0aamupltuu2vi
1234567890123456	cn-hangzhou	s-o2az0k94kihw92bhehy3	m-zdq9lmikanqyjwmpmtsb
\.


--
-- Data for Name: image_tag_counts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_tag_counts (account_id, region_id, tag_key, tag_value, status, images) FROM stdin;
1234567890123456	cn-hangzhou	round	made-1	Available	1
1234567890123456	cn-hangzhou	round	made-2	Available	1
1234567890123456	cn-hangzhou	tier	golden	Available	3
\.


--
-- Data for Name: images; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.images (account_id, region_id, image_id, sequence, created_at_us, deleted_at_us, name, family, description, version, status, failure, progress, origin, architecture, os_type, platform, os_name_zh, os_name_en, boot_mode, license_type, imds_support, nvme_support, resource_group_id, is_public, share_count, instance_count, disks, tags) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1	1694044800000000	\N	ubuntu_22_04_x64_20G_alibase_20230907.vhd	ubuntu_22_04_x64			Available		100	CreateImage	x86_64	linux	Ubuntu	Ubuntu  22.04 64位	Ubuntu  22.04 64 bit	\N	\N	v1	\N		0	0	2	[{"device":"/dev/xvda","kind":"system","size_gib":20}]	{}
1234567890123456	cn-beijing	m-lvn6d1ufkyntmue6r6vc	1	1795555937763960	\N	copy-1	\N			Available		100	CopyImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-x1lb1gqljusiskhshdg8"}]	{}
1234567890123456	cn-hangzhou	m-5h5lgzqhtv78xfzz56z4	46	1795555937951429	\N	slow	slow			Creating		0	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o2az0k94kihw92bhehy3"}]	{}
1234567890123456	cn-hangzhou	m-6w0u9y2ef69ghlual9yu	51	1795555937965716	\N	slow-copy	\N			Creating		0	CopyImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-2ro1dijj4s233lbebyyx"}]	{}
1234567890123456	cn-hangzhou	m-97dftcn63uabtfwwp2ue	22	1795555937613723	\N	base	\N			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o2az0k94kihw92bhehy3","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-aek1kyv0aamupltuu2vi	27	1795555937658098	\N	made-1	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		1	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o2az0k94kihw92bhehy3"}]	{"tier":"golden","round":"made-1"}
1234567890123456	cn-hangzhou	m-bymrde90did8dy0ml5zb	9	1795555937540921	1795555937837086	base-2	base			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	1	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-89178or42ubz2gki7ozn","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-gvvimwwuqys0khtq9e20	15	1795555937579509	\N	base-3	base			Deprecated		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-bv5bj4rlt1c7l6gy99bg","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-h5ois8m4ecolxvtaz00q	3	1795555937502379	\N	base-1	base			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	1	2	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-hol45x60i7g6a6nipuhr","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{"tier":"golden"}
1234567890123456	cn-hangzhou	m-sg8aob05rctl78h0cbyj	47	1795555937953504	\N	slow-import	\N			Creating		0	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-4cwqufr4k7n1p3qoypa2","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-v195cnp6emn24d42ozkl	55	1795555937973626	1795555937979925	cancelled	\N			Creating		0	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-0nt9yeg3o9bqnbs79on7","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-xs3i5kerjczacx0immov	29	1795555937662703	1795555937665878	made-3	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o2az0k94kihw92bhehy3"}]	{"tier":"golden","round":"made-3"}
1234567890123456	cn-hangzhou	m-zdq9lmikanqyjwmpmtsb	28	1795555937661048	\N	made-2	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o2az0k94kihw92bhehy3"}]	{"tier":"golden","round":"made-2"}
\.


--
-- Data for Name: instances; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.instances (account_id, region_id, instance_id, status, image_owner_id, image_id) FROM stdin;
1234567890123456	cn-hangzhou	i-golden	Stopped	0	ubuntu_22_04_x64_20G_alibase_20230907.vhd
1234567890123456	cn-hangzhou	i-orphan	Running	1234567890123456	m-bymrde90did8dy0ml5zb
1234567890123456	cn-hangzhou	i-own	Running	1234567890123456	m-h5ois8m4ecolxvtaz00q
6543210987654321	cn-hangzhou	i-of-the-system	Running	0	ubuntu_22_04_x64_20G_alibase_20230907.vhd
6543210987654321	cn-hangzhou	i-others	Running	1234567890123456	m-h5ois8m4ecolxvtaz00q
\.


--
-- Data for Name: nonces; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.nonces (account_id, access_key_id, nonce, expires_at_us) FROM stdin;
1234567890123456	testid	1-1	1795557737000000
1234567890123456	testid	1-10	1795557737000000
1234567890123456	testid	1-11	1795557737000000
1234567890123456	testid	1-14	1795557737000000
1234567890123456	testid	1-16	1795557737000000
1234567890123456	testid	1-17	1795557737000000
1234567890123456	testid	1-22	1795557737000000
1234567890123456	testid	1-23	1795557737000000
1234567890123456	testid	1-24	1795557737000000
1234567890123456	testid	1-26	1795557737000000
1234567890123456	testid	1-28	1795557737000000
1234567890123456	testid	1-29	1795557737000000
1234567890123456	testid	1-30	1795557737000000
1234567890123456	testid	1-33	1795557737000000
1234567890123456	testid	1-34	1795557737000000
1234567890123456	testid	1-35	1795557737000000
1234567890123456	testid	1-36	1795557737000000
1234567890123456	testid	1-37	1795557737000000
1234567890123456	testid	1-39	1795557737000000
1234567890123456	testid	1-41	1795557737000000
1234567890123456	testid	1-44	1795557737000000
1234567890123456	testid	1-49	1795557737000000
1234567890123456	testid	1-5	1795557737000000
1234567890123456	testid	1-6	1795557737000000
1234567890123456	testid	3-2	1795557737000000
1234567890123456	testid	3-3	1795557737000000
1234567890123456	testid	3-5	1795557737000000
1234567890123456	testid	3-6	1795557737000000
1234567890123456	testid	3-7	1795557737000000
6543210987654321	otherid	2-1	1795557737000000
6543210987654321	otherid	2-2	1795557737000000
\.


--
-- Data for Name: object_removals; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.object_removals (account_id, region_id, bucket, object, due_at_us, task_id) FROM stdin;
1234567890123456	cn-hangzhou	imagekin-snapshots	1234567890123456/s-none-0	0	\N
\.


--
-- Data for Name: refinery_schema_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.refinery_schema_history (version, name, applied_on, checksum) FROM stdin;
1	catalogue	2026-11-24T21:32:19.264748451Z	10768457456830434487
\.


--
-- Data for Name: shared_images; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.shared_images (account_id, region_id, owner_id, image_id) FROM stdin;
0	cn-hangzhou	1234567890123456	m-aek1kyv0aamupltuu2vi
6543210987654321	cn-hangzhou	1234567890123456	m-h5ois8m4ecolxvtaz00q
\.


--
-- Data for Name: snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.snapshots (account_id, region_id, snapshot_id, created_at_us, status, source_disk, size_gib, bytes_path, bytes_length, bytes_sha256, name, description, retention_days, resource_group_id, disk_id, copied_region_id, copied_snapshot_id, copied_path, copied_length, copied_sha256, tags) FROM stdin;
1234567890123456	cn-beijing	s-x1lb1gqljusiskhshdg8	1795555937763960	accomplished	system	1	1234567890123456/s-x1lb1gqljusiskhshdg8-8bdae303	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	cn-hangzhou	s-hol45x60i7g6a6nipuhr	1234567890123456/s-hol45x60i7g6a6nipuhr-8bdae303	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a	{}
1234567890123456	cn-hangzhou	s-0ern6u8cywtswz737zow	1795555937694000	accomplished	system	40	\N	\N	\N	of-a-disk		\N		d-golden-system	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-2ro1dijj4s233lbebyyx	1795555937965716	accomplished	system	1	1234567890123456/s-2ro1dijj4s233lbebyyx-9bfc9418	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	cn-hangzhou	s-o2az0k94kihw92bhehy3	1234567890123456/s-o2az0k94kihw92bhehy3-8bdae303	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a	{}
1234567890123456	cn-hangzhou	s-4cwqufr4k7n1p3qoypa2	1795555937953504	accomplished	system	1	1234567890123456/s-4cwqufr4k7n1p3qoypa2-9bfc9418	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-89178or42ubz2gki7ozn	1795555937540921	accomplished	system	1	1234567890123456/s-89178or42ubz2gki7ozn-8bdae303	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-base	1795555937474226	accomplished	system	20	\N	\N	\N			\N		\N	\N	\N	\N	\N	\N	{"made-by":"fixtures"}
1234567890123456	cn-hangzhou	s-bv5bj4rlt1c7l6gy99bg	1795555937579509	accomplished	system	1	1234567890123456/s-bv5bj4rlt1c7l6gy99bg-8bdae303	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-hol45x60i7g6a6nipuhr	1795555937502379	accomplished	system	1	1234567890123456/s-hol45x60i7g6a6nipuhr-8bdae303	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-o2az0k94kihw92bhehy3	1795555937613723	accomplished	system	1	1234567890123456/s-o2az0k94kihw92bhehy3-8bdae303	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{"tier":"golden"}
\.


--
-- Data for Name: tags; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tags (account_id, region_id, resource_type, resource_id, tag_key, tag_value, status, created_at_us, sequence) FROM stdin;
1234567890123456	cn-hangzhou	image	m-aek1kyv0aamupltuu2vi	round	made-1	Available	1795555937658098	27
1234567890123456	cn-hangzhou	image	m-aek1kyv0aamupltuu2vi	tier	golden	Available	1795555937658098	27
1234567890123456	cn-hangzhou	image	m-h5ois8m4ecolxvtaz00q	tier	golden	Available	1795555937502379	3
1234567890123456	cn-hangzhou	image	m-zdq9lmikanqyjwmpmtsb	round	made-2	Available	1795555937661048	28
1234567890123456	cn-hangzhou	image	m-zdq9lmikanqyjwmpmtsb	tier	golden	Available	1795555937661048	28
1234567890123456	cn-hangzhou	snapshot	s-base	made-by	fixtures	accomplished	1795555937474226	0
1234567890123456	cn-hangzhou	snapshot	s-o2az0k94kihw92bhehy3	tier	golden	accomplished	1795555937613723	0
\.


--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tasks (account_id, region_id, task_id, action, status, image_id, created_at_us, ready_at_us, finished_at_us, due_at_us, lease_owner, progress, attempts, failure, source_region_id, source_image_id, export_bucket, export_prefix, export_format) FROM stdin;
1234567890123456	cn-beijing	t-r4de4k5grlpe5bbcv3hc	CopyImage	Finished	m-lvn6d1ufkyntmue6r6vc	1795555937763960	1795555937763960	1795555937777568	1795555967767303	\N	100	0		cn-hangzhou	m-h5ois8m4ecolxvtaz00q	\N	\N	\N
1234567890123456	cn-hangzhou	t-12jxrgk4qn5igen0rg3v	ImportImage	Finished	m-gvvimwwuqys0khtq9e20	1795555937579509	1795555937579509	1795555937592034	1795555967583766	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-99o3qsqbo1dlp1zlu4yk	ExportImage	Finished	m-h5ois8m4ecolxvtaz00q	1795555937785711	1795555937785711	1795555937810290	1795555967805637	\N	100	0		\N	\N	exported-images		raw
1234567890123456	cn-hangzhou	t-9qxa07ddoz4y8eu4vy3e	ImportImage	Finished	m-97dftcn63uabtfwwp2ue	1795555937613723	1795555937613723	1795555937638839	1795555967626197	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-aggrvewo0a9f1ehdpuo7	ImportImage	Deleted	m-v195cnp6emn24d42ozkl	1795555937973626	1795559537973626	1795555937979925	1795555967979488	\N	0	0	cancelled	\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-i1dnyecznoun3s3tj6ym	CopyImage	Processing	m-6w0u9y2ef69ghlual9yu	1795555937965716	1795555937965716	\N	1795555937965716	9BFC9418-D4C0-41F7-9EC6-2BC3BE317FFF-759AC3D0-5F14-4711-8EF4-57F7AB6CB238	0	0		cn-hangzhou	m-zdq9lmikanqyjwmpmtsb	\N	\N	\N
1234567890123456	cn-hangzhou	t-mhq82ncj6z7v6y761ibl	ImportImage	Finished	m-h5ois8m4ecolxvtaz00q	1795555937502379	1795555937502379	1795555937523683	1795555967514483	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-mtx4tf6e9jfms576478o	CreateImage	Processing	m-5h5lgzqhtv78xfzz56z4	1795555937951429	1795555937951429	\N	1795555937951429	9BFC9418-D4C0-41F7-9EC6-2BC3BE317FFF-15579DC9-1F7B-4DCA-89C1-2D2C60B477AA	0	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-nek44861mog9q45wtfi3	ImportImage	Processing	m-sg8aob05rctl78h0cbyj	1795555937953504	1795555937953504	\N	1795555937953504	9BFC9418-D4C0-41F7-9EC6-2BC3BE317FFF-40E5CFA6-C774-4BAE-838E-8498AFF55CC0	0	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-zfa4xv03ctk6g4vwargj	ImportImage	Finished	m-bymrde90did8dy0ml5zb	1795555937540921	1795555937540921	1795555937561946	1795555967545590	\N	100	0		\N	\N	\N	\N	\N
\.


--
-- Name: access_keys access_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_keys
    ADD CONSTRAINT access_keys_pkey PRIMARY KEY (account_id, access_key_id);


--
-- Name: accounts accounts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (account_id);


--
-- Name: catalogues catalogues_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.catalogues
    ADD CONSTRAINT catalogues_pkey PRIMARY KEY (account_id, region_id);


--
-- Name: client_tokens client_tokens_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client_tokens
    ADD CONSTRAINT client_tokens_pkey PRIMARY KEY (account_id, region_id, action, client_token);


--
-- Name: disks disks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disks
    ADD CONSTRAINT disks_pkey PRIMARY KEY (account_id, region_id, disk_id);


--
-- Name: head_log head_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.head_log
    ADD CONSTRAINT head_log_pkey PRIMARY KEY (account_id, region_id, family, revision);


--
-- Name: image_instances image_instances_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_instances
    ADD CONSTRAINT image_instances_pkey PRIMARY KEY (account_id, region_id, image_id, user_id, instance_id);


--
-- Name: image_shares image_shares_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_shares
    ADD CONSTRAINT image_shares_pkey PRIMARY KEY (account_id, region_id, image_id, shared_with);


--
-- Name: image_snapshots image_snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_snapshots
    ADD CONSTRAINT image_snapshots_pkey PRIMARY KEY (account_id, region_id, snapshot_id, image_id);


--
-- Name: image_tag_counts image_tag_counts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_tag_counts
    ADD CONSTRAINT image_tag_counts_pkey PRIMARY KEY (account_id, region_id, tag_key, tag_value, status);


--
-- Name: images images_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.images
    ADD CONSTRAINT images_pkey PRIMARY KEY (account_id, region_id, image_id);


--
-- Name: instances instances_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.instances
    ADD CONSTRAINT instances_pkey PRIMARY KEY (account_id, region_id, instance_id);


--
-- Name: nonces nonces_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nonces
    ADD CONSTRAINT nonces_pkey PRIMARY KEY (account_id, access_key_id, nonce);


--
-- Name: object_removals object_removals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.object_removals
    ADD CONSTRAINT object_removals_pkey PRIMARY KEY (account_id, region_id, bucket, object);


--
-- Name: refinery_schema_history refinery_schema_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refinery_schema_history
    ADD CONSTRAINT refinery_schema_history_pkey PRIMARY KEY (version);


--
-- Name: shared_images shared_images_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.shared_images
    ADD CONSTRAINT shared_images_pkey PRIMARY KEY (account_id, region_id, owner_id, image_id);


--
-- Name: snapshots snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snapshots
    ADD CONSTRAINT snapshots_pkey PRIMARY KEY (account_id, region_id, snapshot_id);


--
-- Name: tags tags_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tags
    ADD CONSTRAINT tags_pkey PRIMARY KEY (account_id, region_id, resource_type, resource_id, tag_key);


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (account_id, region_id, task_id);


--
-- Name: access_keys_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX access_keys_by_id ON public.access_keys USING btree (access_key_id);


--
-- Name: client_tokens_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX client_tokens_by_expiry ON public.client_tokens USING btree (expires_at_us);


--
-- Name: disks_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disks_by_id ON public.disks USING btree (account_id, disk_id);


--
-- Name: disks_of_instance; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disks_of_instance ON public.disks USING btree (account_id, region_id, instance_id, disk_id);


--
-- Name: images_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX images_by_age ON public.images USING btree (account_id, region_id, created_at_us DESC, sequence DESC, status, image_id, deleted_at_us) WHERE (deleted_at_us IS NULL);


--
-- Name: images_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX images_by_name ON public.images USING btree (account_id, region_id, name) WHERE (deleted_at_us IS NULL);


--
-- Name: images_of_family; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX images_of_family ON public.images USING btree (account_id, region_id, family, status, created_at_us DESC, sequence DESC, image_id) WHERE (deleted_at_us IS NULL);


--
-- Name: nonces_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX nonces_by_expiry ON public.nonces USING btree (expires_at_us);


--
-- Name: object_removals_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX object_removals_due ON public.object_removals USING btree (due_at_us);


--
-- Name: object_removals_of_task; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX object_removals_of_task ON public.object_removals USING btree (account_id, region_id, task_id) WHERE (task_id IS NOT NULL);


--
-- Name: shared_images_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX shared_images_by_id ON public.shared_images USING btree (account_id, region_id, image_id);


--
-- Name: snapshots_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX snapshots_by_age ON public.snapshots USING btree (account_id, region_id, created_at_us DESC, snapshot_id);


--
-- Name: snapshots_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX snapshots_by_id ON public.snapshots USING btree (account_id, snapshot_id);


--
-- Name: tags_by_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tags_by_key ON public.tags USING btree (account_id, region_id, resource_type, tag_key, tag_value, status, created_at_us DESC, sequence DESC, resource_id);


--
-- Name: tasks_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_age ON public.tasks USING btree (account_id, region_id, created_at_us DESC, task_id);


--
-- Name: tasks_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_due ON public.tasks USING btree (due_at_us) WHERE (status = 'Processing'::text);


--
-- Name: tasks_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_open ON public.tasks USING btree (account_id, region_id, action, image_id) WHERE (status = ANY (ARRAY['Waiting'::text, 'Processing'::text]));


--
-- PostgreSQL database dump complete
--


